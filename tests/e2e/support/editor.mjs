// A real VS Code, served to a headless browser, with our extension installed from its package and a folder open.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { capture } from '../../../scripts/lib/run.mjs';
import { Companion, serversUnder } from './process.mjs';
import { tools } from './tools.mjs';
import { Workbench } from './workbench.mjs';

const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url));
const startTimeout = 120_000;
const browserFlags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];

// Nothing that moves, suggests or greets: the test alone decides what happens in the window.
const calmSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' },
  'editor.autoIndent': 'none',
  'editor.minimap.enabled': false,
  'editor.fontSize': 14,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'telemetry.telemetryLevel': 'off',
};

// For `Workbench.reset`: whatever is asked, shown or typed goes away. It is no key that the editor knows.
const keys = [{ key: 'ctrl+alt+shift+f12', command: 'runCommands', args: { commands: [
  'workbench.action.closeQuickOpen', 'workbench.action.closePanel', 'workbench.action.revertAndCloseActiveEditor'] } }];

/**
 * Starts the named editor on a copy of the fixtures; `settings` are the user's. What `prepare` puts into the folder is there before the
 * editor is, and where it gives the path of a `.code-workspace` file, that is opened.
 */
export async function openEditor(name, { settings = {}, prepare = () => undefined } = {}) {
  const editor = tools.editors[name];
  const home = mkdtempSync(path.join(os.tmpdir(), `leaklens-${name}-`));
  const folder = path.join(home, 'project');
  const running = [];
  const close = async () => {
    for (const stop of running.reverse()) await stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 10 });
  };
  try {
    cpSync(fixtures, folder, { recursive: true });
    const workspace = prepare(folder);
    const data = prepareUser(home, settings);
    const environment = editorEnvironment(home);
    await install(editor, data, environment);

    const server = new Companion(editor.node, [editor.entry, '--bind-addr', '127.0.0.1:0', '--auth', 'none', '--disable-telemetry',
      '--disable-update-check', '--disable-workspace-trust', ...data, workspace ?? folder], { env: environment });
    running.push(() => server.end());
    const [, address] = await server.waitForOutput(/listening on (http:\/\/127\.0\.0\.1:\d+)/, startTimeout);

    const page = await openBrowser(running);
    await page.goto(`${address}/?${workspace ? 'workspace' : 'folder'}=${encodeURIComponent(workspace ?? folder)}`, { timeout: startTimeout, waitUntil: 'commit' });
    const workbench = new Workbench(page, `vscode-${name}`, folder);
    await workbench.waitUntilReady(startTimeout);
    return { workbench, folder, close, servers: () => serversUnder(home), restoreFixtures: () => restoreFixtures(folder) };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The folder as it was at first. */
function restoreFixtures(folder) {
  for (const name of readdirSync(folder)) if (!existsSync(path.join(fixtures, name))) rmSync(path.join(folder, name), { recursive: true });
  cpSync(fixtures, folder, { recursive: true });
}

async function install(editor, data, env) {
  try {
    await capture(editor.node, [editor.entry, '--install-extension', tools.extension, ...data], { env });
  } catch (error) {
    throw new Error(`${error.message}\n${error.output}`);
  }
}

function prepareUser(home, settings) {
  const user = path.join(home, 'data');
  mkdirSync(path.join(user, 'User'), { recursive: true });
  writeFileSync(path.join(user, 'User', 'settings.json'), JSON.stringify({ ...calmSettings, ...settings }));
  writeFileSync(path.join(user, 'User', 'keybindings.json'), JSON.stringify(keys));
  return ['--extensions-dir', path.join(home, 'extensions'), '--user-data-dir', user];
}

// A home of its own: neither the developer's settings nor a second run may be seen.
function editorEnvironment(home) {
  const { VSCODE_IPC_HOOK_CLI, ...inherited } = process.env;
  return { ...inherited, HOME: home, XDG_CONFIG_HOME: path.join(home, 'config'), XDG_DATA_HOME: path.join(home, 'share'), XDG_CACHE_HOME: path.join(home, 'cache') };
}

async function openBrowser(running) {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath: tools.chromium, args: browserFlags, timeout: startTimeout });
  running.push(() => browser.close());
  return browser.newPage({ viewport: { width: 1100, height: 640 } });
}
