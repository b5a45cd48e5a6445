#![allow(clippy::all, clippy::disallowed_methods, clippy::disallowed_macros, clippy::unwrap_used, clippy::pedantic)]
use ladder_site::{model::*, pages, render, resolve, text::*};
use std::time::Instant;
fn main() {
    let n: usize = std::env::args().nth(1).map_or(125, |x| x.parse().unwrap());
    let out = std::env::args().nth(2);
    let src = Source::new("a.md", "x");
    let sources = Sources::new("", vec![src]);
    let sp = Span::new(FileId(0), 0, 1);
    let mut f = Framework { title: "Synthetic".into(), ..Default::default() };
    let mut dirs: Vec<_> = std::fs::read_dir("/tmp/syn").unwrap().map(|e| e.unwrap().path()).collect();
    dirs.sort();
    let mut count = 0;
    for d in dirs {
        let g = f.groups.len();
        let name = d.file_name().unwrap().to_string_lossy().to_string();
        f.groups.push(Group { path: name.clone(), title: name, guidance: vec![], navigation: vec![] });
        let mut files: Vec<_> = std::fs::read_dir(&d).unwrap().map(|e| e.unwrap().path()).collect();
        files.sort();
        for p in files {
            if count >= n {
                break;
            }
            count += 1;
            let mut dim = String::new();
            let mut base: Vec<Base> = vec![];
            for line in std::fs::read_to_string(p).unwrap().lines() {
                if let Some(t) = line.strip_prefix("### ") {
                    dim = t.into();
                } else if let Some(t) = line.strip_prefix("## ") {
                    let (code, title) = t.split_once(": ").unwrap();
                    f.tracks.last_mut().unwrap().levels.push(Level {
                        heading: t.into(),
                        code: Some(code.into()),
                        aliases: vec![],
                        title: title.into(),
                        rank: Some(Rank(code[1..].parse().unwrap())),
                        state: State::Defined,
                        summary: vec![],
                        facts: vec![],
                        criteria: vec![],
                        guidance: vec![],
                        builds_on: std::mem::take(&mut base),
                        accumulates: None,
                        equivalents: vec![],
                        is_base_layer: false,
                        span: sp,
                    });
                } else if let Some(t) = line.strip_prefix("# ") {
                    f.tracks.push(Track {
                        title: t.into(),
                        group: g,
                        span: sp,
                        summary: None,
                        licence: None,
                        guidance: vec![],
                        navigation: vec![],
                        accumulates: Some(Stated { value: Mode::Cumulative, basis: ModeBasis::Stated, evidence: None }),
                        builds_on: vec![],
                        levels: vec![],
                        dimensions: ["Craft", "Delivery", "Collaboration", "Reach"]
                            .iter()
                            .map(|d| d.to_string())
                            .collect(),
                        raises: vec![],
                    });
                } else if let Some(t) = line.strip_prefix("- ") {
                    f.tracks.last_mut().unwrap().levels.last_mut().unwrap().criteria.push(Criterion {
                        dimension: Some(dim.clone()),
                        label: None,
                        lead: None,
                        text: Inlines(vec![Inline::Text(Text { text: t.into(), span: sp })]),
                        examples: vec![],
                        span: sp,
                    });
                } else if let Some((_, t)) = line.split_once(" is a branch from the ") {
                    base.push(Base {
                        name: t.trim_end_matches(" track.").into(),
                        link: None,
                        kind: BaseKind::Branch,
                        basis: BaseBasis::Stated,
                        evidence: Some(Evidence { text: line.into(), span: sp }),
                        dimension: None,
                    });
                }
            }
        }
    }
    let a = Instant::now();
    let (ladder, _) = resolve::ladder(f, resolve::Project { sources: &sources, assets: &Default::default() });
    println!("resolve {:?}", a.elapsed());
    let a = Instant::now();
    let site = pages::Site::new(ladder, pages::Settings::default(), sources);
    println!("site {:?}", a.elapsed());
    let a = Instant::now();
    let theme = render::Theme::new(&Default::default()).unwrap();
    println!("theme {:?}", a.elapsed());
    let routes = pages::routes(&site);
    let mut by: std::collections::BTreeMap<&str, (usize, std::time::Duration, std::time::Duration, usize)> =
        Default::default();
    let a = Instant::now();
    for r in &routes {
        let b = Instant::now();
        if let pages::Page::View(v) = pages::page(&site, r) {
            let e = by.entry(v.template()).or_default();
            e.0 += 1;
            e.1 += b.elapsed();
            let b = Instant::now();
            let bytes = render::render(&theme, &v).unwrap();
            drop(v);
            e.2 += b.elapsed();
            e.3 += bytes.len();
            if let Some(o) = &out {
                let p = std::path::Path::new(o).join(r.path(&site.ladder));
                std::fs::create_dir_all(p.parent().unwrap()).unwrap();
                std::fs::write(p, bytes).unwrap();
            }
        }
    }
    println!("total {:?} for {} routes, in one thread", a.elapsed(), routes.len());
    for (k, v) in by {
        println!("{k}: {} pages, view {:?}, render {:?}, {} KB", v.0, v.1, v.2, v.3 / 1024);
    }
}
