// Package http is the module's own and has nothing to do with net/http, except in one place.
package http

import web "net/http"

type Page struct{ Title string }

func Get(link string) (*Page, error) { return &Page{link}, nil }

func Raw(link string) (*web.Response, error) { return web.Get(link) }
