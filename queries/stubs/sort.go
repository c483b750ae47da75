package sort // import "sort"

type Interface interface {
	Len() int
	Less(i, j int) bool
	Swap(i, j int)
}

func Slice(x any, less func(i, j int) bool)              //: call less
func SliceStable(x any, less func(i, j int) bool)        //: call less
func SliceIsSorted(x any, less func(i, j int) bool) bool //: call less
func Search(n int, f func(int) bool) int                 //: call f
func Find(n int, cmp func(int) int) (i int, found bool)  //: call cmp
func Sort(data Interface)
func Stable(data Interface)
func Reverse(data Interface) Interface
func IsSorted(data Interface) bool
func Ints(x []int)
func Strings(x []string)
func Float64s(x []float64)
