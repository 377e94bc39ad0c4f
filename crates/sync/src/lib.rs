//! Head, commits and rebasing of drafts: pure.
