package inner

import "example.com/canal/lib"

func closes(u string) error {
	resp, err := lib.Weir(u)
	if resp != nil {
		defer resp.Body.Close()
	}
	return err
}
