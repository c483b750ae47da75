//-- lister
// NounLister helps list Noun objects.
// All objects returned here must be treated as read-only.
type NounLister interface {
	// List lists all objects in the indexer.
	List(matches func(*apipkg.Noun) bool) (ret []*apipkg.Noun, err error)
	// Space returns an object that can list and get those of one space.
	Space(space string) NounSpaceLister
}

// NounSpaceLister helps list and get Noun objects of one space.
type NounSpaceLister interface {
	List(matches func(*apipkg.Noun) bool) (ret []*apipkg.Noun, err error)
	Get(name string) (*apipkg.Noun, error)
}

// nounLister implements the NounLister interface.
type nounLister struct {
	indexer map[string]any
}

// NewNounLister returns a new NounLister.
func NewNounLister(indexer map[string]any) NounLister {
	return &nounLister{indexer: indexer}
}

// List lists all objects in the indexer.
func (s *nounLister) List(matches func(*apipkg.Noun) bool) (ret []*apipkg.Noun, err error) {
	for _, m := range s.indexer {
		noun, ok := m.(*apipkg.Noun)
		if !ok {
			return nil, fmt.Errorf("unexpected object in noun indexer: %T", m)
		}
		if matches == nil || matches(noun) {
			ret = append(ret, noun)
		}
	}
	return ret, nil
}

// Space returns an object that can list and get those of one space.
func (s *nounLister) Space(space string) NounSpaceLister {
	return nounSpaceLister{indexer: s.indexer, space: space}
}

// nounSpaceLister implements the NounSpaceLister interface.
type nounSpaceLister struct {
	indexer map[string]any
	space   string
}

// List lists all objects of a space.
func (s nounSpaceLister) List(matches func(*apipkg.Noun) bool) (ret []*apipkg.Noun, err error) {
	lister := nounLister{indexer: s.indexer}
	return lister.List(func(m *apipkg.Noun) bool { return m.Space == s.space && (matches == nil || matches(m)) })
}

// Get retrieves the object of a space and name.
func (s nounSpaceLister) Get(name string) (*apipkg.Noun, error) {
	obj, exists := s.indexer[s.space+"/"+name]
	if !exists {
		return nil, fmt.Errorf("noun %q not found", name)
	}
	return obj.(*apipkg.Noun), nil
}
