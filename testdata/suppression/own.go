// The linter's own comment names a rule and gives a reason.
package p

import (
	"errors"
	"net/http"
)

func byName(link string) {
	resp, _ := http.Get(link) //bodyguard:ignore[never-closed] the pool closes it
	_ = resp
}

func byId(link string) {
	resp, _ := http.Get(link) //bodyguard:ignore[BG001] the pool closes it
	_ = resp
}

func above(link string) error {
	//bodyguard:ignore[discarded-response] fire and forget
	_, err := http.Get(link)
	return err
}

func several(link string) error {
	resp, err := http.Get(link) //bodyguard:ignore[leaks-on-path,never-closed] known
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return resp.Body.Close()
}

// Another rule than the one that is broken.
func anotherRule(link string) error {
	_, err := http.Get(link) //bodyguard:ignore[leaks-on-path] no // want `discarded-response` `unused-suppression`
	return err
}

func nothingToSilence(link string) error {
	resp, err := http.Get(link) //bodyguard:ignore[never-closed] old // want `unused-suppression`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
