//! Functions whose code is fetched when they are first called.
//!
//! Functions of one word are one download, with all that only they use; what two words share is a download of its own, so
//! few words make few requests. Only the release build for the browser is taken apart (`scripts/split.mjs`): elsewhere
//! everything is there at once.

use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// The code could not be fetched: offline, or a newer version of the app has taken its place.
pub use wasm_split_helpers::SplitLoaderError as Missing;

/// What a function gives once its code is there.
pub type Later<T> = Pin<Box<dyn Future<Output = Result<T, Missing>>>>;

/// `chunk! { word: fn name(…) -> T { … } }` is an asynchronous function that gives `Result<T, Missing>`; with a second name
/// in brackets after the word, that one only fetches the code.
#[cfg(all(target_family = "wasm", not(debug_assertions)))]
macro_rules! chunk {
    ($word:ident $(($fetch:ident))?: $(#[$note:meta])* $vis:vis fn $name:ident($($arg:ident: $kind:ty),*) -> $out:ty $body:block) => {
        $(#[$note])*
        #[wasm_split_helpers::wasm_split($word, fallible $(, preload($fetch))?)]
        $vis fn $name($($arg: $kind),*) -> Result<$out, $crate::chunk::Missing> {
            Ok($body)
        }
    };
}
#[cfg(not(all(target_family = "wasm", not(debug_assertions))))]
macro_rules! chunk {
    ($word:ident $(($fetch:ident))?: $(#[$note:meta])* $vis:vis fn $name:ident($($arg:ident: $kind:ty),*) -> $out:ty $body:block) => {
        $(#[$note])*
        $vis fn $name($($arg: $kind),*) -> impl Future<Output = Result<$out, $crate::chunk::Missing>> {
            std::future::ready(Ok($body))
        }
        $(
            $vis fn $fetch() -> impl Future<Output = Result<(), $crate::chunk::Missing>> {
                std::future::ready(Ok(()))
            }
        )?
    };
}
pub(crate) use chunk;

/// What a function gives without waiting: always something once its own code was fetched.
pub fn at_once<T>(future: impl Future<Output = Result<T, Missing>>) -> Option<T> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => result.ok(),
        Poll::Pending => None,
    }
}
