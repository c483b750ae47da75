package fiber // import "github.com/gofiber/fiber/*"

import (
	"net/http"
	"time"
)

type TestConfig struct {
	Timeout       time.Duration
	FailOnTimeout bool
}
type App struct{}

func New(config ...any) *App

// App.Test reads the answer from a buffer.
func (app *App) Test(req *http.Request, config ...any) (resp *http.Response, err error) //: released resp
