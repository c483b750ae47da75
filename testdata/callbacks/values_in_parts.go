// Function values in parts of other values: reached through pointers, assigned later, passed with a receiver, appended.
package p

import "net/http"

func viewPart(resp *http.Response) int { return resp.StatusCode }

func viewPartToo(resp *http.Response) int { return len(resp.Header) }

func endPart(resp *http.Response) int {
	resp.Body.Close()
	return resp.StatusCode
}

type partTable struct {
	judge func(*http.Response) int
}

type partHolder struct{ table *partTable }

// Through a pointer to a struct in a struct.
func throughPointerPart(u string) (int, error) {
	h := &partHolder{table: &partTable{judge: viewPart}}
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return h.table.judge(resp), nil // via `returns with the body open`
}

// The field is assigned after the literal.
type laterTable struct {
	judgeLater func(*http.Response) int
}

func assignedLater(u string) (int, error) {
	t := &laterTable{judgeLater: viewPart}
	replaceJudge(t)
	resp, err := http.Get(u)
	if err != nil {
		return 0, err
	}
	return t.judgeLater(resp), nil
}

func replaceJudge(t *laterTable) { t.judgeLater = endPart }

// Its address is taken, and what is written through it is not looked for.
type takenTable struct {
	judgeTaken func(*http.Response) int
}

func addressTaken(u string, set func(*func(*http.Response) int)) (int, error) {
	t := &takenTable{judgeTaken: viewPart}
	expose(t, set)
	resp, err := http.Get(u)
	if err != nil {
		return 0, err
	}
	return t.judgeTaken(resp), nil
}

func expose(t *takenTable, set func(*func(*http.Response) int)) { set(&t.judgeTaken) }

// A variable of a struct without a name, and its field through the pointer.
var sharedPart = &struct {
	judge func(*http.Response) int
}{viewPart}

func sharePart() { (*sharedPart).judge = endPart }

func throughShared(u string) (int, error) {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return 0, err
	}
	return sharedPart.judge(resp), nil
}

// Methods by their type have the receiver as first argument.
type partRunner struct{ n int }

func (r *partRunner) runPart(resp *http.Response, judge func(*http.Response) int) int {
	return judge(resp) + r.n
}

func (r *partRunner) runOther(resp *http.Response, judge func(*http.Response) int) int {
	return judge(resp) + r.n
}

func byType(u string) (int, error) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return (*partRunner).runPart(&partRunner{}, resp, viewPart), nil // via `returns with the body open`
}

func byValue(u string) (int, error) {
	resp, err := http.Get(u)
	if err != nil {
		return 0, err
	}
	return (&partRunner{}).runOther(resp, endPart), nil
}

// Lists that grow by elements and by lists.
func appendedPart(u string) (n int, err error) {
	judges := []func(*http.Response) int{viewPart}
	judges = append(judges, viewPartToo)
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return 0, err
	}
	for _, judge := range judges {
		n += judge(resp)
	}
	return n, nil // via `returns with the body open`
}

func appendedList(u string) (n int, err error) {
	more := []func(*http.Response) int{viewPartToo}
	judges := append([]func(*http.Response) int{viewPart}, more...)
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return 0, err
	}
	for _, judge := range judges {
		n += judge(resp)
	}
	return n, nil // via `returns with the body open`
}

// A fixed parameter before a list of them.
func runFirst(resp *http.Response, first func(*http.Response) int, rest ...func(*http.Response) int) int {
	n := first(resp)
	for _, judge := range rest {
		n += judge(resp)
	}
	return n
}

func firstAndRest(u string) (int, error) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return runFirst(resp, viewPart, viewPartToo), nil // via `returns with the body open`
}

// A function without a body in Go.
func judgeInAssembly(resp *http.Response) int

func inAssembly(u string, isQuick bool) (int, error) {
	judge := viewPart
	if isQuick {
		judge = judgeInAssembly
	}
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return 0, err
	}
	return judge(resp), nil
}

var judgesInAssembly = []func(*http.Response) int{viewPart, judgeInAssembly}

func inTableOfAssembly(u string, i int) (int, error) {
	resp, err := http.Get(u)
	if err != nil {
		return 0, err
	}
	return judgesInAssembly[i](resp), nil
}
