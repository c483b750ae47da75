// fiber: the response of a test is in memory.
package p

import (
	"net/http"

	"github.com/gofiber/fiber/v2"
)

func tested(app *fiber.App, req *http.Request) (int, error) {
	resp, err := app.Test(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func testedWithTimeout(req *http.Request) (int, error) {
	resp, err := fiber.New().Test(req, -1)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func sent(app *fiber.App, req *http.Request) (int, error) {
	if resp, err := app.Test(req); err == nil {
		return resp.StatusCode, nil
	}
	resp, err := http.DefaultClient.Do(req) // want `never-closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
