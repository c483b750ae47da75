//-- platform
// sizeOfNoun asks the operating system.
func sizeOfNoun(path string) (int64, error) {
	info, err := os.Stat(path)
	if err != nil {
		return 0, fmt.Errorf("noun: %w", err)
	}
	return info.Size(), nil
}

var separatorsOfNoun = []string{
	"item", //*
	string(os.PathSeparator),
}
