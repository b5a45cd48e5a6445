//! A cell of a Markdown table that holds raw HTML: what the HTML closes and did not open in the cell is none of its
//! business. A stray `</table>` would otherwise end the table around it.

use super::token::Token;

/// The elements that a table is made of.
const PARTS: [&str; 7] = ["table", "caption", "thead", "tbody", "tr", "th", "td"];

/// Takes the ends of tables that began before the cell out of what follows its `start`.
pub fn without_stray_ends(tokens: &mut Vec<Token>, start: usize) {
    let mut open: Vec<&'static str> = Vec::new();
    let mut is_kept = |piece: &Token| match piece {
        Token::Start(element, _) if PARTS.contains(&element.name()) => {
            open.push(element.name());
            true
        }
        Token::End(name, _) if PARTS.contains(name) => match open.iter().rposition(|own| own == name) {
            Some(at) => {
                open.truncate(at);
                true
            }
            None => false,
        },
        Token::Start(..) | Token::End(..) | Token::Leaf(..) => true,
    };
    let pieces = tokens.split_off(start.min(tokens.len()));
    tokens.extend(pieces.into_iter().filter(|piece| is_kept(piece)));
}
