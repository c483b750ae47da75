//-- type
// NounSpec is what somebody wants of a Noun.
//
// Everything in it may be set by the person who makes the object; fields that are
// left out get the values of SetDefaultsNoun.
type NounSpec struct {
	// Count is how many there should be. A pointer tells zero from not set.
	Count *int32 `json:"count,omitempty" protobuf:"varint,1,opt,name=count"`
	// Item is optional and is copied as it is. //*
	Item string `json:"item,omitempty" protobuf:"bytes,2,opt,name=item" yaml:"item"` //*
	Selector map[string]string `json:"selector,omitempty" protobuf:"bytes,3,rep,name=selector"`
	Ports    []int32           `json:"ports" protobuf:"varint,4,rep,name=ports"`
}

// NounStatus is what was seen last.
type NounStatus struct {
	Phase      string            `json:"phase,omitempty"`
	Message    string            `json:"message,omitempty"` // for people: "could not reach http://..."
	Conditions []string          `json:"conditions,omitempty"`
	Seen       map[string]uint64 `json:"seen,omitempty"`
}

// Noun is one object of its kind.
type Noun struct {
	Kind    string            `json:"kind"`
	Name    string            `json:"name"`
	Space   string            `json:"space,omitempty"`
	Version string            `json:"version,omitempty"`
	Labels  map[string]string `json:"labels,omitempty"`
	Spec    NounSpec          `json:"spec"`
	Status  NounStatus        `json:"status,omitempty"`
}

// NounList is a list of them.
type NounList struct {
	Next  string `json:"next,omitempty"`
	Items []Noun `json:"items"`
}

// GetName returns the name.
func (in *Noun) GetName() string { return in.Name }

// GetVersion returns the version.
func (in *Noun) GetVersion() string { return in.Version }

//-- copy
// DeepCopyInto is a function that copies the receiver. in must not be nil.
func (in *Noun) DeepCopyInto(out *Noun) {
	*out = *in
	if in.Labels != nil {
		in, out := &in.Labels, &out.Labels
		*out = make(map[string]string, len(*in))
		for key, val := range *in {
			(*out)[key] = val
		}
	}
	in.Spec.DeepCopyInto(&out.Spec)
	if in.Status.Conditions != nil {
		out.Status.Conditions = append([]string(nil), in.Status.Conditions...)
	}
	return
}

// DeepCopyInto is a function that copies the receiver. in must not be nil.
func (in *NounSpec) DeepCopyInto(out *NounSpec) {
	*out = *in
	if in.Count != nil {
		in, out := &in.Count, &out.Count
		*out = new(int32)
		**out = **in
	}
	if in.Ports != nil {
		in, out := &in.Ports, &out.Ports
		*out = make([]int32, len(*in))
		copy(*out, *in)
	}
	if in.Selector != nil {
		in, out := &in.Selector, &out.Selector
		*out = make(map[string]string, len(*in))
		for key, val := range *in {
			(*out)[key] = val
		}
	}
	return
}

// DeepCopy is a function that copies the receiver into a new Noun.
func (in *Noun) DeepCopy() *Noun {
	if in == nil {
		return nil
	}
	out := new(Noun)
	in.DeepCopyInto(out)
	return out
}

//-- extra
// The phases of a Noun.
const (
	NounItem = "item" //*
	NounUnknown = "unknown"
)

// IsFinal says whether nothing will happen to it any more.
func (in *NounStatus) IsFinal() bool {
	switch in.Phase {
	case NounItem: //*{
		return len(in.Conditions) > 1
	//*}
	case NounUnknown, "":
		return false
	default:
		return strings.HasPrefix(in.Message, "done: ")
	}
}

//-- extra
// ValidateNoun tests that the required fields are set.
func ValidateNoun(in *Noun) []error {
	var all []error
	if in == nil {
		return []error{errors.New("noun: nothing to validate")}
	}
	if len(in.Name) == 0 || len(in.Name) > 253 {
		all = append(all, fmt.Errorf("name: %q is not between 1 and 253 letters long", in.Name))
	}
	if len(in.Spec.Item) > 64 { //*{
		all = append(all, fmt.Errorf("spec.item: %q is too long", in.Spec.Item))
	} //*}
	for i, port := range in.Spec.Ports {
		if port < 1 || port > 65535 {
			all = append(all, fmt.Errorf("spec.ports[%d]: %d is no port", i, port))
		}
	}
	for key := range in.Spec.Selector {
		if strings.ContainsAny(key, " \t\n{}\"'`") {
			all = append(all, fmt.Errorf("spec.selector: %q has a letter that is not allowed", key))
		}
	}
	return all
}

//-- extra
// SetDefaultsNoun fills in what was left out.
func SetDefaultsNoun(in *Noun) {
	if in.Spec.Count == nil {
		one := int32(1)
		in.Spec.Count = &one
	}
	if in.Spec.Item == "" { //*{
		in.Spec.Item = "item"
	} //*}
	if in.Labels == nil {
		in.Labels = map[string]string{"app": "noun"}
	}
}

// schemaOfNoun is what the documentation shows. Brackets in it are no code: func (x) {
const schemaOfNoun = `{
  "title": "Noun",
  "description": "see http://example.com/schemas/noun; don't close } or { here",
  "properties": {
    "item": {"type": "string", "default": "item"},//*
    "kind": {"type": "string"}
  }
}`

// SchemaOfNoun returns the schema as JSON.
func SchemaOfNoun() []byte { return []byte(schemaOfNoun) }

//-- extra
// MarshalText writes it the way people type it.
func (in NounSpec) MarshalText() ([]byte, error) {
	var buf bytes.Buffer
	count := int32(0)
	if in.Count != nil {
		count = *in.Count
	}
	fmt.Fprintf(&buf, "count=%d", count)
	fmt.Fprintf(&buf, ",item=%s", strconv.Quote(in.Item)) //*
	keys := make([]string, 0, len(in.Selector))
	for key := range in.Selector {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	for _, key := range keys {
		if buf.Len() > 4096 {
			return nil, fmt.Errorf("noun: %d letters are too many", buf.Len())
		}
		fmt.Fprintf(&buf, ",%s=%s", key, in.Selector[key])
	}
	return buf.Bytes(), nil
}
