// Zeichen außerhalb von ASCII, ελληνικά, 日本語, 🚀: columns of bytes and columns of characters differ.
package p

import "net/http"

func größe(über string) int64 {
	antwort, fehler := http.Get(über) // want `never-closed`
	if fehler != nil {
		return -1
	}
	return antwort.ContentLength
}

func größeZu(über string) int64 {
	/* 🚀🚀 */ antwort, fehler := http.Get(über)
	if fehler != nil {
		return -1
	}
	defer antwort.Body.Close()
	return antwort.ContentLength
}

func 状態(住所 string) string {
	応答, err := http.Get(住所) // want `leaks-on-path`
	if err != nil {
		return "不明"
	}
	if 応答.StatusCode != 200 { // via `when this is true`
		return "悪い" // via `returns with the body open`
	}
	応答.Body.Close()
	return "良い"
}
