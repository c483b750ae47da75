//! Bytes -> findings. A line `//stub` divides the text into the code and a stub.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let divider = b"\n//stub\n";
    let at = bytes.windows(divider.len()).position(|window| window == divider);
    let (code, stubs) = match at {
        None => (bytes, Vec::new()),
        Some(at) => {
            let stub = String::from_utf8_lossy(&bytes[at + divider.len()..]).into_owned();
            (&bytes[..at], bodyguard::internals::read_stub("stub.go", stub).into_iter().collect())
        }
    };
    let checked = bodyguard_fuzz::check_text(code, stubs.clone());
    checked.findings.iter().for_each(bodyguard_fuzz::assert_sound);
    let again = bodyguard_fuzz::check_text(code, stubs);
    assert_eq!(bodyguard_fuzz::rendered(&checked), bodyguard_fuzz::rendered(&again));
});
