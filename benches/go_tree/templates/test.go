//-- test
func TestNoun(t *testing.T) {
	tests := []struct {
		name    string
		in      string
		want    []string
		wantErr bool
	}{
		{name: "empty", in: "", want: nil},
		{name: "item", in: "item=1,item=2", want: []string{"item=1", "item=2"}}, //*
		{name: "quoted", in: `a="}",b='{'`, want: []string{`a="}"`, "b='{'"}},
		{
			name: "broken",
			in:   "\x00",
			wantErr: true,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := noun(tt.in)
			if (err != nil) != tt.wantErr {
				t.Fatalf("noun(%q): unexpected error: %v", tt.in, err)
			}
			if !reflect.DeepEqual(got, tt.want) && !tt.wantErr {
				t.Errorf("noun(%q) = %v, want %v", tt.in, got, tt.want)
			}
		})
	}
}

func noun(text string) ([]string, error) {
	if strings.Contains(text, "\x00") {
		return nil, errors.New("zero byte")
	}
	if text == "" {
		return nil, nil
	}
	return strings.Split(text, ","), nil
}

//-- test
func TestNounIsStable(t *testing.T) {
	first := nounLines(map[string]int{
		"item": 1, //*
	})
	second := nounLines(map[string]int{
		"item": 1, //*
		"more": 0,
	})
	if len(first) > len(second) {
		t.Fatalf("got %d lines, want at most %d", len(first), len(second))
	}
	for i := range first {
		if i < len(second) && first[i] == "" {
			t.Errorf("line %d is empty", i)
		}
	}
}

func nounLines(counts map[string]int) []string {
	var lines []string
	for name, count := range counts {
		lines = append(lines, fmt.Sprintf("%-20s %d", name, count))
	}
	sort.Strings(lines)
	return lines
}

func BenchmarkNoun(b *testing.B) {
	for i := 0; i < b.N; i++ {
		nounLines(map[string]int{"a": i, "b": i + 1})
	}
}
