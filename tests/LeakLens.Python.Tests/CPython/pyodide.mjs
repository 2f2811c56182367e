// Asks CPython 3.14, as npm's package `pyodide` brings it, and writes what the tests compare with:
//   npm install --no-save pyodide
//   node pyodide.mjs snippets            snippets-3.14.jsonl again, from the sources in it (add a line {"source": "..."} for a new one)
//   node pyodide.mjs library FOLDER      library-3.14.txt: hash of a file, hash of its dump, for each .py file of CPython 3.11's library
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";

const here = path.dirname(fileURLToPath(import.meta.url));
const python = await loadPyodide();
python.runPython(`
import ast, hashlib, json, os, warnings
warnings.simplefilter("ignore")

def dump(source):
    return ast.dump(ast.parse(source), include_attributes=True)

def snippet(line):
    source = json.loads(line)["source"]
    try:
        return json.dumps({"source": source, "dump": dump(source.encode())})
    except (SyntaxError, ValueError) as error:
        return json.dumps({"source": source, "error": f"{type(error).__name__}: {error}"})

def digest(data):
    return hashlib.sha256(data).hexdigest()[:16]

def library(folder):
    rows = set()
    for directory, _, files in os.walk(folder):
        for name in files:
            if name.endswith(".py") and "site-packages" not in directory:
                source = open(os.path.join(directory, name), "rb").read()
                try:
                    answer = digest(dump(source).encode("utf-8", "surrogatepass"))
                except (SyntaxError, ValueError):
                    answer = "ERROR"
                rows.add(f"{digest(source)} {answer}")
    return "\\n".join(sorted(rows)) + "\\n"
`);

const [what, folder] = process.argv.slice(2);
if (what === "snippets") {
  const file = path.join(here, "snippets-3.14.jsonl");
  const ask = python.globals.get("snippet");
  const lines = fs.readFileSync(file, "utf8").trim().split("\n");
  fs.writeFileSync(file, lines.map((line) => ask(line) + "\n").join(""));
} else {
  python.FS.mkdir("/library");
  python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, "/library");
  fs.writeFileSync(path.join(here, "library-3.14.txt"), python.globals.get("library")("/library"));
}
