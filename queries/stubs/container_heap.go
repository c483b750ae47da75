package heap // import "container/heap"

import "sort"

type Interface interface {
	sort.Interface
	Push(x any) //: keep x
	Pop() any
}

func Fix(h Interface, i int)
func Init(h Interface)
func Pop(h Interface) any
func Push(h Interface, x any) //: keep x
func Remove(h Interface, i int) any
