package testutil // import "github.com/efficientgo/core/testutil", "github.com/efficientgo/tools/core/pkg/testutil"

import "testing"

func Assert(tb testing.TB, condition bool, v ...any) //: must-true condition
func Equals(tb testing.TB, exp, act any, v ...any)   //: must-equal exp act
func NotOk(tb testing.TB, err error, v ...any)       //: must-non-nil err
func Ok(tb testing.TB, err error, v ...any)          //: must-nil err
