//! Files locked with a passphrase, in the age format (age-encryption.org/v1), which other programs read and write too.

use std::io::{BufReader, Read, Write};
use std::iter;

use age::armor::{ArmoredReader, ArmoredWriter, Format};
use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Encryptor, scrypt};

use crate::workshop::passphrase::text_of_mail;
use crate::workshop::{Answer, Done, Passphrase, Progress, Refused};

/// How much work it is to turn a passphrase into a key, as a power of two: about a second on a tablet, and 64 MB.
pub const WORK: u8 = 16;
/// The most that is done for a file from elsewhere, 256 MB: the age tool writes 18. A hostile file could ask for hours.
pub const MOST_WORK: u8 = 18;
/// So many bytes are locked or unlocked between two words about it.
const AT_ONCE: u64 = 1 << 20;

const DAMAGED: &str = "This locked file is damaged: it is not as it was when it was locked. It may not have arrived whole. Nothing of it was read. Ask for it again.";
const NO_FILE: &str = "This is not a locked file that Concordat can read: its beginning is damaged, or it was locked by a newer program. Nothing of it was read. Ask for it again.";
const FOR_A_KEY: &str = "This file was locked for somebody's key, not with a passphrase. Concordat opens only those with a passphrase. Ask for one, or unlock it with the program that holds the key.";

/// Locks bytes.
pub fn lock(passphrase: &Passphrase, bytes: &[u8], tell: &mut dyn FnMut(Progress)) -> Result<Done, Refused> {
    tell(Progress { says: "Making a key from the passphrase".to_owned(), done: 0, of: bytes.len() });
    let mut recipient = scrypt::Recipient::new(secret(passphrase));
    recipient.set_work_factor(WORK);
    let encryptor = Encryptor::with_recipients(iter::once(&recipient as &dyn age::Recipient)).map_err(|_| not_locked())?;
    let mut locked = Vec::with_capacity(bytes.len() + bytes.len() / 1_000 + 1_000);
    let mut writer = encryptor.wrap_output(&mut locked).map_err(|_| not_locked())?;
    let mut done = 0;
    for part in bytes.chunks(1 << 20) {
        writer.write_all(part).map_err(|_| not_locked())?;
        done += part.len();
        tell(Progress { says: "Locking the file".to_owned(), done, of: bytes.len() });
    }
    writer.finish().map_err(|_| not_locked())?;
    Ok(Done { answer: Answer::Bytes, bytes: locked })
}

/// Writes a locked file as lines of letters and digits, which every program for such files reads too.
pub fn as_lines(bytes: &[u8]) -> Result<Done, Refused> {
    let mut writer = ArmoredWriter::wrap_output(Vec::new(), Format::AsciiArmor).map_err(|_| not_locked())?;
    writer.write_all(bytes).map_err(|_| not_locked())?;
    let bytes = writer.finish().map_err(|_| not_locked())?;
    Ok(Done { answer: Answer::Bytes, bytes })
}

/// Sees whether a passphrase would open a locked file, and not at too great a cost.
pub fn look(bytes: &[u8]) -> Result<Done, Refused> {
    // One that may do no work at all answers how much it would have to do.
    let idle = identity(&Passphrase::new(""), 0);
    match opened(bytes)?.decrypt(iter::once(&idle as &dyn age::Identity)) {
        Err(DecryptError::ExcessiveWork { required, .. }) if required <= MOST_WORK => {
            Ok(Done { answer: Answer::Bytes, bytes: Vec::new() })
        }
        Err(error) => Err(refused(&error)),
        Ok(_) => Err(Refused::with(DAMAGED)),
    }
}

/// Unlocks the bytes of a locked file, plain or as lines of text. What comes out is whole or not at all.
pub fn unlock(passphrase: &Passphrase, bytes: &[u8], tell: &mut dyn FnMut(Progress)) -> Result<Done, Refused> {
    let decryptor = opened(bytes)?;
    tell(Progress { says: "Making a key from the passphrase".to_owned(), done: 0, of: bytes.len() });
    let identity = identity(passphrase, MOST_WORK);
    let mut reader = decryptor.decrypt(iter::once(&identity as &dyn age::Identity)).map_err(|error| refused(&error))?;
    let mut unlocked = Vec::with_capacity(bytes.len());
    loop {
        // What was read until a fault is thrown away: a part of a file is not what was locked.
        let part = reader.by_ref().take(AT_ONCE).read_to_end(&mut unlocked).map_err(|_| Refused::with(DAMAGED))?;
        if part == 0 {
            return Ok(Done { answer: Answer::Bytes, bytes: unlocked });
        }
        tell(Progress { says: "Unlocking the file".to_owned(), done: unlocked.len().min(bytes.len()), of: bytes.len() });
    }
}

/// The file's own beginning, read.
fn opened(bytes: &[u8]) -> Result<Decryptor<ArmoredReader<BufReader<&[u8]>>>, Refused> {
    let decryptor = Decryptor::new(ArmoredReader::new(text_of_mail(bytes))).map_err(|_| Refused::with(NO_FILE))?;
    if decryptor.is_scrypt() { Ok(decryptor) } else { Err(Refused::with(FOR_A_KEY)) }
}

fn identity(passphrase: &Passphrase, most: u8) -> scrypt::Identity {
    let mut identity = scrypt::Identity::new(secret(passphrase));
    identity.set_max_work_factor(most);
    identity
}

fn refused(error: &DecryptError) -> Refused {
    match error {
        DecryptError::ExcessiveWork { required, .. } => Refused::with(format!(
            "This file asks for too much work before it opens (factor {required}; Concordat does up to {MOST_WORK}, and locks with {WORK}). Nothing of it was read. Ask for one that was locked by Concordat, or unlock it with the age program."
        )),
        DecryptError::KeyDecryptionFailed | DecryptError::DecryptionFailed | DecryptError::NoMatchingKeys => Refused {
            says: "This is not its passphrase. Capital letters and blanks count: type it again.".to_owned(),
            is_passphrase: true,
        },
        _ => Refused::with(DAMAGED),
    }
}

fn not_locked() -> Refused {
    Refused::with(
        "The file could not be locked on this device, and was not made. Nothing has changed. Try again, or hand it on without a lock.",
    )
}

fn secret(passphrase: &Passphrase) -> SecretString {
    SecretString::from(passphrase.text().to_owned())
}
