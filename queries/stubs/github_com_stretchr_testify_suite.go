package suite // import "github.com/stretchr/testify/suite"

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type TestingSuite interface {
	T() *testing.T
	SetT(*testing.T)
	SetS(suite TestingSuite)
}
type Suite struct {
	*assert.Assertions
}

func (suite *Suite) Assert() *assert.Assertions
func (suite *Suite) Require() *require.Assertions
func (suite *Suite) Run(name string, subtest func()) bool //: call subtest
func (suite *Suite) SetS(s TestingSuite)
func (suite *Suite) SetT(t *testing.T)
func (suite *Suite) T() *testing.T
func Run(t *testing.T, suite TestingSuite)
