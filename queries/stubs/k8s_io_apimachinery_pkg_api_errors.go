package errors // import "k8s.io/apimachinery/pkg/api/errors"

func IsNotFound(err error) bool           //: true-implies-non-nil err
func IsAlreadyExists(err error) bool      //: true-implies-non-nil err
func IsConflict(err error) bool           //: true-implies-non-nil err
func IsInvalid(err error) bool            //: true-implies-non-nil err
func IsGone(err error) bool               //: true-implies-non-nil err
func IsResourceExpired(err error) bool    //: true-implies-non-nil err
func IsServiceUnavailable(err error) bool //: true-implies-non-nil err
func IsBadRequest(err error) bool         //: true-implies-non-nil err
func IsUnauthorized(err error) bool       //: true-implies-non-nil err
func IsForbidden(err error) bool          //: true-implies-non-nil err
func IsTimeout(err error) bool            //: true-implies-non-nil err
func IsServerTimeout(err error) bool      //: true-implies-non-nil err
func IsInternalError(err error) bool      //: true-implies-non-nil err
func IsTooManyRequests(err error) bool    //: true-implies-non-nil err
