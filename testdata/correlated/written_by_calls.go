// What is known of a variable ends where it may have been written: through a pointer, by a method, by a literal, in the package.
package correlated

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"sort"
	"sync/atomic"
)

type tide struct {
	marks []string
	isLow bool
	level int
	moon  phase
	next  *phase
}

type phase struct {
	isFull bool
	day    int
}

func (t *tide) read(text []byte) error     { return json.Unmarshal(text, t) }
func (t *tide) readLater(text []byte)      { t.read(text) }
func (t *tide) readMoon(text []byte) error { return json.Unmarshal(text, &t.moon) }
func (t *tide) setDay(day int)             { t.moon.day = day }
func (t *tide) turn()                      { t.isLow = !t.isLow }
func (t *tide) count() int                 { return len(t.marks) }
func (t *tide) show()                      { log.Println(t, t.count()) }
func (t tide) turned() tide                { t.isLow = !t.isLow; return t }

func fillFrom(in *bufio.Reader, values ...any) { fmt.Fscan(in, values...) }
func isLow(t *tide) bool                       { return t.isLow }
func readInto(into any, text []byte)           { json.Unmarshal(text, into) }

func byMethod(u string, text []byte) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		log.Fatal(err)
	}
	var t tide
	t.read(text)
	if !t.isLow {
		log.Fatal("high")
	}
	t.read(text)
	if t.isLow {
		log.Fatal("low")
	}
	log.Print(resp.Status)
}

func byMethodOfMethod(u string, t *tide, text []byte) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		log.Fatal(err)
	}
	if len(t.marks) != 1 {
		log.Fatal("one")
	}
	t.readLater(text)
	if len(t.marks) != 0 {
		log.Fatal("none")
	}
	log.Print(resp.Status)
}

func byPart(u string, t *tide, text []byte) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		log.Fatal(err)
	}
	if t.moon.isFull || t.moon.day != 1 {
		log.Fatal("full")
	}
	t.readMoon(text)
	t.setDay(2)
	if !t.moon.isFull || t.moon.day != 2 {
		log.Fatal("new")
	}
	log.Print(resp.Status)
}

// The part that is written is not the one that is tested.
func byOtherPart(u string, t *tide, text []byte) {
	resp, err := http.Get(u)
	if err != nil {
		log.Fatal(err)
	}
	if t.isLow {
		resp.Body.Close()
	}
	t.readMoon(text)
	t.setDay(3)
	if !t.isLow {
		resp.Body.Close()
	}
}

// Nothing is written by methods that read, by printers and encoders, and by what gets a copy.
func byNothing(u string, t *tide, seen func(tide)) {
	resp, err := http.Get(u)
	if err != nil {
		log.Fatal(err)
	}
	if t.isLow {
		resp.Body.Close()
	}
	t.count()
	t.show()
	t.turned()
	seen(*t)
	isLow(t)
	log.Printf("%v", t)
	json.Marshal(t)
	if !t.isLow {
		resp.Body.Close()
	}
}

func byNothingThroughAnAddress(u string) {
	resp, err := http.Get(u)
	if err != nil {
		log.Fatal(err)
	}
	var t tide
	t.read(nil)
	if t.isLow {
		resp.Body.Close()
	}
	isLow(&t)
	log.Printf("%v", &t)
	json.Marshal(&t)
	if !t.isLow {
		resp.Body.Close()
	}
}

func byTurn(u string, t *tide) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		log.Fatal(err)
	}
	t.turn()
	if !t.isLow {
		log.Fatal("high")
	}
	t.turn()
	if t.isLow {
		log.Fatal("low")
	}
	log.Print(resp.Status)
}

func throughInterface(u string, text []byte) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		log.Fatal(err)
	}
	t := new(tide)
	readInto(t, text)
	if t.level != 1 {
		log.Fatal("one")
	}
	readInto(t, text)
	if t.level != 2 {
		log.Fatal("two")
	}
	log.Print(resp.Status)
}

func byList(u string, in *bufio.Reader) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		log.Fatal(err)
	}
	var low, high int
	fillFrom(in, &low, &high)
	if high != 1 {
		log.Fatal("one")
	}
	fillFrom(in, &low, &high)
	if high != 2 {
		log.Fatal("two")
	}
	log.Print(resp.Status)
}

// What a pointer points to is one variable, by whatever name.
func byPointer(u string, text []byte) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		log.Fatal(err)
	}
	var t tide
	p := &t
	json.Unmarshal(text, p)
	if p.level != 1 {
		log.Fatal("one")
	}
	t.level = 2
	if p.level != 2 {
		log.Fatal("two")
	}
	log.Print(resp.Status)
}

func bySort(u string, names []string, counts map[string]int, fill func(map[string]int)) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		log.Fatal(err)
	}
	if names[0] != "a" || counts["a"] != 1 || len(counts) != 1 {
		log.Fatal("a")
	}
	sort.Strings(names)
	fill(counts)
	if names[0] != "b" || counts["a"] != 2 || len(counts) != 2 {
		log.Fatal("b")
	}
	log.Print(resp.Status)
}

func byAtomic(u string, t *struct{ count int32 }) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		log.Fatal(err)
	}
	if t.count != 1 {
		log.Fatal("one")
	}
	atomic.AddInt32(&t.count, 1)
	if t.count != 2 {
		log.Fatal("two")
	}
	log.Print(resp.Status)
}

func byUnseenMethod(u string, source interface{ Fill(*tide) }) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		log.Fatal(err)
	}
	t := &tide{}
	if t.isLow {
		log.Fatal("low")
	}
	source.Fill(t)
	if !t.isLow {
		log.Fatal("high")
	}
	log.Print(resp.Status)
}

var isReady bool

func refresh()        { look() }
func look()           { isReady = !isReady }
func isPrepared() int { return 3 }

func byPackageVariable(u string) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		log.Fatal(err)
	}
	if isReady {
		log.Fatal("ready")
	}
	refresh()
	if !isReady {
		log.Fatal("not ready")
	}
	log.Print(resp.Status)
}

func packageVariableIsLeft(u string) {
	resp, err := http.Get(u)
	if err != nil {
		log.Fatal(err)
	}
	if isReady {
		resp.Body.Close()
	}
	isPrepared()
	if !isReady {
		resp.Body.Close()
	}
}

// A literal that is passed on has run or not when the call returns.
func byLiteral(u string, each func(func(string))) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		log.Fatal(err)
	}
	isFound := false
	each(func(name string) { isFound = true })
	if !isFound {
		log.Fatal("not found")
	}
	log.Print(resp.Status)
}

// So has one that is started.
func byGoroutine(u string) {
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		log.Fatal(err)
	}
	isDone := false
	go func() { isDone = true }()
	if isDone {
		log.Fatal("done")
	}
	log.Print(resp.Status)
}

// What the caller knows ends in the callee, and what the callee writes in the caller.
func closeUnless(resp *http.Response, t *tide, text []byte) {
	t.read(text)
	if !t.isLow {
		resp.Body.Close()
	}
}

func knownToCaller(u string, text []byte) {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		log.Fatal(err)
	}
	closeUnless(resp, &tide{}, text)
}

func testedByCaller(u string, text []byte, t *tide) {
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		log.Fatal(err)
	}
	if t.isLow {
		log.Fatal("low")
	}
	closeUnless(resp, t, text)
	io.WriteString(io.Discard, "done")
}
