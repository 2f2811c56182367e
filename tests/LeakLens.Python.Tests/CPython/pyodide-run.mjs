// Runs a Python file under the CPython that npm's package `pyodide` brings (npm install --no-save pyodide) and prints what it prints.
import fs from "node:fs";
import { loadPyodide } from "pyodide";

const python = await loadPyodide();
python.runPython(fs.readFileSync(process.argv[2], "utf8"));
