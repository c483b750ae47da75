// excelize: a workbook is read into memory.
package p

import (
	"net/http"

	"github.com/xuri/excelize/v2"
)

func forgets(link string) ([][]string, error) {
	resp, err := http.Get(link) // want `never-closed`
	if err != nil {
		return nil, err
	}
	f, err := excelize.OpenReader(resp.Body)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.GetRows("a")
}

func closes(link string) ([][]string, error) {
	resp, err := http.Get(link)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	f, err := excelize.OpenReader(resp.Body)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.GetRows("a")
}
