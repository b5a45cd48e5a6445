//! A real Chromium without a window, spoken to in its own protocol (DevTools) over a pipe: one message of JSON, then a
//! zero byte. No driver is needed, and no web socket.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

const LONG: Duration = Duration::from_secs(60);

/// A browser that runs. It ends with the value.
pub struct Chromium {
    child: Child,
    pipe: Arc<Mutex<Pipe>>,
    _profile: tempfile::TempDir,
}

struct Pipe {
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    last: u64,
}

/// One tab.
pub struct Tab {
    pipe: Arc<Mutex<Pipe>>,
    session: String,
}

impl Chromium {
    /// Starts one; `None` where there is none, which is said. Where `CI` is `true` that is a failure.
    pub fn start() -> Option<Self> {
        let Some(program) = program() else {
            let required = std::env::var("CI").is_ok_and(|value| value == "true");
            assert!(!required, "continuous integration needs a Chromium");
            eprintln!("skipped: no Chromium (install `chromium`, or set CHROMIUM to its path)");
            return None;
        };
        let profile = tempfile::tempdir().expect("a temporary folder");
        // The browser speaks on the descriptors 3 and 4; a shell puts them in the place of its own input and output.
        let mut command = Command::new("sh");
        command.args(["-c", "exec \"$@\" 3<&0 4>&1 0</dev/null 1>/dev/null 2>/dev/null", "sh"]).arg(program);
        command.args(["--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--no-first-run"]);
        command.args(["--disable-dev-shm-usage", "--disable-extensions", "--mute-audio", "--window-size=1000,700"]);
        command.arg(format!("--user-data-dir={}", profile.path().display())).arg("about:blank");
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("a shell starts");
        let to = child.stdin.take().expect("it is piped");
        let from = BufReader::new(child.stdout.take().expect("it is piped"));
        let pipe = Arc::new(Mutex::new(Pipe { to, from, last: 0 }));
        Some(Self { child, pipe, _profile: profile })
    }

    /// Opens an address in a new tab.
    pub fn tab(&self, url: &str) -> Tab {
        let made = self.call("Target.createTarget", json!({ "url": "about:blank" }));
        let attached = self.call("Target.attachToTarget", json!({ "targetId": made["targetId"], "flatten": true }));
        let session = attached["sessionId"].as_str().expect("a session has a name").to_owned();
        let tab = Tab { pipe: Arc::clone(&self.pipe), session };
        tab.open(url);
        tab
    }

    fn call(&self, method: &str, parameters: Value) -> Value {
        self.pipe.lock().expect("no thread has failed").call(method, parameters, None)
    }
}

fn program() -> Option<std::path::PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM") {
        return Some(named.into());
    }
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let path = std::env::var_os("PATH")?;
    let folders: Vec<_> = std::env::split_paths(&path).collect();
    names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).find(|file| file.is_file())
}

impl Pipe {
    #[track_caller]
    fn call(&mut self, method: &str, parameters: Value, session: Option<&str>) -> Value {
        let answer = self.ask(method, &parameters, session);
        assert!(answer["error"].is_null(), "{method} {parameters}: {}", answer["error"]);
        answer["result"].clone()
    }

    /// The answer as it comes, errors too.
    fn ask(&mut self, method: &str, parameters: &Value, session: Option<&str>) -> Value {
        self.last += 1;
        let mut message = json!({ "id": self.last, "method": method, "params": parameters });
        if let Some(session) = session {
            message["sessionId"] = session.into();
        }
        let mut bytes = message.to_string().into_bytes();
        bytes.push(0);
        self.to.write_all(&bytes).and_then(|()| self.to.flush()).expect("the browser listens");
        loop {
            let mut answer = Vec::new();
            let read = self.from.read_until(0, &mut answer).expect("the browser answers");
            assert!(read > 0, "the browser has ended");
            answer.pop();
            let answer: Value = serde_json::from_slice(&answer).expect("the browser speaks JSON");
            if answer["id"] == self.last {
                return answer;
            }
        }
    }
}

impl Tab {
    /// Goes to an address and waits until it is there.
    pub fn open(&self, url: &str) {
        self.pipe.lock().expect("no thread has failed").call(
            "Page.navigate",
            json!({ "url": url }),
            Some(&self.session),
        );
        self.wait(&format!("[location.href, decodeURI(location.href)].some(it => it.startsWith({:?})) && document.readyState === 'complete'", url));
    }

    /// What every page runs before its own scripts.
    pub fn before_each_page(&self, script: &str) {
        let mut pipe = self.pipe.lock().expect("no thread has failed");
        pipe.call("Page.enable", json!({}), Some(&self.session));
        pipe.call("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }), Some(&self.session));
    }

    fn command(&self, method: &str, parameters: Value) {
        self.pipe.lock().expect("no thread has failed").call(method, parameters, Some(&self.session));
    }

    /// How wide the window is, and whether the reader's system is `light` or `dark`.
    pub fn shape(&self, width: u32, scheme: &str) {
        let window = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        self.command("Emulation.setDeviceMetricsOverride", window);
        self.prefers("prefers-color-scheme", scheme);
    }

    fn prefers(&self, feature: &str, value: &str) {
        let features = json!([{ "name": feature, "value": value }]);
        self.command("Emulation.setEmulatedMedia", json!({ "features": features }));
    }

    /// The reader's system asks for little motion, and leaves the colours to the page.
    pub fn calm(&self) {
        self.prefers("prefers-reduced-motion", "reduce");
    }

    /// From the next page on, no script of a page runs.
    pub fn scripts_off(&self) {
        self.command("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
    }

    /// Presses a key and lets it go.
    pub fn press(&self, key: &str) {
        let text = if key.len() == 1 { key } else { "" };
        for kind in ["keyDown", "keyUp"] {
            let text = if kind == "keyDown" { text } else { "" };
            // The number is what moves the focus.
            let number = [("Tab", 9), ("ArrowRight", 39)].iter().find(|it| it.0 == key).map_or(0, |it| it.1);
            let event = json!({ "type": kind, "key": key, "code": key, "text": text, "windowsVirtualKeyCode": number });
            self.command("Input.dispatchKeyEvent", event);
        }
    }

    /// The value of an expression; a promise is waited for.
    #[track_caller]
    pub fn value(&self, expression: &str) -> Value {
        let parameters = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let mut pipe = self.pipe.lock().expect("no thread has failed");
        let answer = pipe.call("Runtime.evaluate", parameters, Some(&self.session));
        assert!(answer["exceptionDetails"].is_null(), "{expression}: {}", answer["exceptionDetails"]);
        answer["result"]["value"].clone()
    }

    /// Waits until an expression holds.
    #[track_caller]
    pub fn wait(&self, expression: &str) {
        let until = Instant::now() + LONG;
        while !self.holds(expression) {
            if Instant::now() > until {
                let page = self.value("document.documentElement.outerHTML");
                panic!("it never became so: {expression}\n{page}");
            }
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Whether an expression holds. A page that is just left for another one has no answer.
    #[track_caller]
    fn holds(&self, expression: &str) -> bool {
        let parameters = json!({ "expression": format!("Boolean({expression})"), "returnByValue": true });
        let mut pipe = self.pipe.lock().expect("no thread has failed");
        let answer = pipe.ask("Runtime.evaluate", &parameters, Some(&self.session));
        let result = &answer["result"];
        assert!(result["exceptionDetails"].is_null(), "{expression}: {}", result["exceptionDetails"]);
        result["result"]["value"] == Value::Bool(true)
    }

    /// Waits until the page shows some words.
    #[track_caller]
    pub fn shows(&self, words: &str) {
        self.wait(&format!("document.body?.innerText.includes({words:?})"));
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
