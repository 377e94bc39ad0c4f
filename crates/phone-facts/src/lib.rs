//! What the phone number database says of a number, guarded against its errors.
