package openpgp // import "golang.org/x/crypto/openpgp", "github.com/ProtonMail/go-crypto/openpgp", "github.com/keybase/go-crypto/openpgp"

import "io"

type Entity struct{}
type EntityList []*Entity
type KeyRing interface{}

func ReadArmoredKeyRing(r io.Reader) (EntityList, error)
func ReadKeyRing(r io.Reader) (EntityList, error)
