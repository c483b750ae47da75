package fixture

import (
	"errors"
	"net/http"
)

// Literals are run seven deep. What a deeper one may change is not known afterwards, so both returns can come.
func assignedEightDeep(u string) error {
	var failed error
	resp, err := http.Get(u) // want `leaks-on-path`
	if err != nil {
		return err
	}
	func() {
		func() {
			func() {
				func() {
					func() {
						func() {
							func() {
								func() {
									failed = errors.New("deep")
								}()
							}()
						}()
					}()
				}()
			}()
		}()
	}()
	if failed != nil { // via `when this is true`
		return failed // via `returns with the body open`
	}
	return resp.Body.Close()
}

func assignedSevenDeep(u string) error {
	var failed error
	resp, err := http.Get(u) // want `never-closed`
	if err != nil {
		return err
	}
	func() {
		func() {
			func() {
				func() {
					func() {
						func() {
							func() {
								failed = errors.New("deep")
							}()
						}()
					}()
				}()
			}()
		}()
	}()
	if failed != nil {
		return failed // via `returns with the body open`
	}
	return resp.Body.Close()
}
