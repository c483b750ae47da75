// suite: the methods of a suite are tests; its assertions are those of assert and require.
package p

import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/suite"
)

type ServerSuite struct {
	suite.Suite
	link string
}

func TestServer(t *testing.T) {
	suite.Run(t, new(ServerSuite))
}

func (s *ServerSuite) TestCloses() {
	resp, err := http.Get(s.link)
	s.Require().NoError(err)
	defer resp.Body.Close()
	s.Equal(http.StatusOK, resp.StatusCode)
}

func (s *ServerSuite) TestForgets() {
	resp, err := http.Get(s.link) // want `never-closed`
	s.Require().NoError(err)
	s.Equal(http.StatusOK, resp.StatusCode)
}

func (s *ServerSuite) TestGoesOn() {
	resp, err := http.Get(s.link)
	if !s.NoError(err) {
		return
	}
	if !s.Equal(http.StatusOK, resp.StatusCode) {
		return
	}
	resp.Body.Close()
}

func (s *ServerSuite) TestSubtest() {
	var resp *http.Response
	s.Run("get", func() {
		var err error
		resp, err = http.Get(s.link) // want `never-closed`
		s.Require().NoError(err)
	})
	s.Equal(http.StatusOK, resp.StatusCode)
}
