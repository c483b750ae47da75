package sync // import "sync"

func OnceFunc(f func()) (once func())                                 //: same once f
func OnceValue[T any](f func() T) (once func() T)                     //: same once f
func OnceValues[T1, T2 any](f func() (T1, T2)) (once func() (T1, T2)) //: same once f

type Once struct{}

func (o *Once) Do(f func()) //: call f

type WaitGroup struct{}

func (wg *WaitGroup) Go(f func()) //: start f
func (wg *WaitGroup) Add(delta int)
func (wg *WaitGroup) Done()
func (wg *WaitGroup) Wait()

type Locker interface {
	Lock()
	Unlock()
}
type Mutex struct{}

func (m *Mutex) Lock()
func (m *Mutex) TryLock() bool
func (m *Mutex) Unlock()

type RWMutex struct{}

func (rw *RWMutex) Lock()
func (rw *RWMutex) RLock()
func (rw *RWMutex) RLocker() Locker
func (rw *RWMutex) RUnlock()
func (rw *RWMutex) TryLock() bool
func (rw *RWMutex) TryRLock() bool
func (rw *RWMutex) Unlock()

type Cond struct{ L Locker }

func NewCond(l Locker) *Cond
func (c *Cond) Broadcast()
func (c *Cond) Signal()
func (c *Cond) Wait()

type Pool struct{ New func() any }

func (p *Pool) Get() any
func (p *Pool) Put(x any) //: keep x

type Map struct{}

func (m *Map) Clear()
func (m *Map) CompareAndDelete(key, old any) (deleted bool)
func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) //: keep new
func (m *Map) Delete(key any)
func (m *Map) Load(key any) (value any, ok bool)
func (m *Map) LoadAndDelete(key any) (value any, loaded bool)
func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) //: keep key; keep value
func (m *Map) Range(f func(key, value any) bool)                    //: call f
func (m *Map) Store(key, value any)                                 //: keep key; keep value
func (m *Map) Swap(key, value any) (previous any, loaded bool)      //: keep key; keep value
