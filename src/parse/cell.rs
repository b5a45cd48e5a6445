//! A cell of a Markdown table that holds raw HTML: what the HTML closes and did not open in the cell is none of its
//! business. A stray `</table>` would otherwise end the table around it.

use super::token::{Leaf, TABLE_PARTS, Token};

/// Takes the ends of tables that began before the cell out of what follows its `start`; words stay apart there.
pub fn without_stray_ends(tokens: &mut Vec<Token>, start: usize) {
    let is_stray = |token: &Token| matches!(token, Token::End(name, _) if TABLE_PARTS.contains(name));
    if !tokens.iter().skip(start).any(is_stray) {
        return;
    }
    let mut open: Vec<&'static str> = Vec::new();
    let mut kept = |piece: Token| match piece {
        Token::Start(ref element, _) if TABLE_PARTS.contains(&element.name()) => {
            open.push(element.name());
            piece
        }
        Token::End(name, span) if TABLE_PARTS.contains(&name) => match open.iter().rposition(|own| *own == name) {
            Some(at) => {
                open.truncate(at);
                piece
            }
            None => Token::Leaf(Leaf::Boundary, span),
        },
        Token::Start(..) | Token::End(..) | Token::Leaf(..) => piece,
    };
    let pieces = tokens.split_off(start);
    tokens.extend(pieces.into_iter().map(&mut kept));
}

#[cfg(test)]
mod tests {
    use crate::parse::printed::check;

    #[test]
    fn tags_of_tables_where_none_is_part_words() {
        check(
            "a.md",
            "one</table>two<td>three</tr>four\n\n| a | b |\n|---|---|\n| five</td>six | x |\n\n<table><tr><td>seven</caption>eight</table>\n",
            "
            p one @1:1
            p two @1:12
            p three @1:19
            p four @1:29
            table @3:1
              head @3:1
                th @3:3
                  p a @3:3
                th @3:7
                  p b @3:7
              row @5:1
                td @5:3
                  p five @5:3
                  p six @5:12
                td @5:18
                  p x @5:18
            table @7:1
              row @7:8
                td @7:12
                  p seven @7:16
                  p eight @7:31
            ",
        );
    }

    #[test]
    fn words_behind_the_start_of_a_table_stay() {
        check(
            "a.html",
            "<table>\none <tr>\ntwo <td>three</table>",
            "
            p one two @2:1
            table @1:1
              row @2:5
                td @3:5
                  p three @3:9
        ",
        );
    }
}
