// What a user does in the window of VS Code, and what a user sees there.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { artifacts } from '../../../scripts/lib/paths.mjs';
import { countOf, textWith, textsWith, waitForNone } from './page-texts.mjs';
import { until } from './process.mjs';

const patience = 60_000;
const squiggles = ['error', 'warning', 'info'].map(severity => `.view-overlays .squiggly-${severity}`).join(', ');
const quickFixes = '.action-widget:not(.action-list-submenu-panel)';
const lightBulb = '.lightBulbWidget, [class*="codicon-gutter-lightbulb"]';
const quickInput = '.quick-input-widget';
const tabs = '.tabs-container .tab';
const nowhere = { x: 2, y: 2 };

export class Workbench {
  constructor(page, name, folder) {
    this.page = page;
    this.name = name;
    this.folder = folder;
    page.setDefaultTimeout(patience);
  }

  waitUntilReady(timeout) {
    return this.page.locator('.monaco-workbench .part.editor').waitFor({ timeout });
  }

  /** A window as it was at first: nothing asked, nothing open, nothing typed. The key is one of the tests' own. */
  async reset() {
    for (;;) {
      const open = await this.page.locator(tabs).count();
      await this.page.keyboard.press('Control+Alt+Shift+F12');
      await this.page.locator(quickInput).waitFor({ state: 'hidden' });
      if (open === 0) return;
      await until(async () => await this.page.locator(tabs).count() < open || undefined, patience, () => 'a tab stays open');
    }
  }

  /**
   * Opens a file by its whole path: that is looked up at once. A name is looked for in a list of all files, and while that is being made, in
   * the list of the time before, which does not hold what was written since.
   */
  async openFile(file) {
    const name = path.basename(file);
    await this.page.keyboard.press('Control+P');
    await this.#choose(path.join(this.folder, file), name);
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.#editorFocused();
  }

  async openNotebook(file) {
    const name = path.basename(file);
    await this.page.keyboard.press('Control+P');
    await this.#choose(path.join(this.folder, file), name);
    await this.page.locator('.notebook-editor .cell .monaco-editor').first().waitFor();
  }

  async runCommand(title) {
    await this.page.keyboard.press('F1');
    await this.#choose(`>${title}`, title);
  }

  /** Runs a command that asks for a text in the box at the top, and answers. */
  async runCommandWith(title, asked, text) {
    await this.page.keyboard.press('F1');
    await this.#choose(`>${title}`, title, { closes: false });
    await this.page.locator(quickInput, { hasText: asked }).waitFor();
    await this.#type(text);
    await this.page.keyboard.press('Enter');
    await this.page.locator(quickInput).waitFor({ state: 'hidden' });
  }

  async goTo(line, column) {
    await this.page.keyboard.press('Control+G');
    await this.#type(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
    await this.page.locator(quickInput).waitFor({ state: 'hidden' });
    await this.#editorFocused();
  }

  /** Types as if pasted: no completion and no automatic bracket comes between. */
  insert(text) {
    return this.page.keyboard.insertText(text);
  }

  /** Saves, and waits until it is saved. */
  async save() {
    await this.page.keyboard.press('Control+S');
    await this.page.locator('.tab.active:not(.dirty)').waitFor();
  }

  /**
   * Opens the menu of quick fixes at the cursor, waits until it has an entry with `text`, and gives all entries. The light bulb comes first:
   * it is the editor's own question, and whoever asks before it is answered has their question dropped for it. Where that happens all the same,
   * one asks again, as anybody would.
   */
  async quickFixesUntil(text) {
    await textsWith(this.page, lightBulb, '');
    const menu = this.page.locator(`${quickFixes} .monaco-list-row`).first();
    for (let asked = 0; asked < 5 && !await menu.isVisible(); asked++) {
      await this.page.keyboard.press('Control+.');
      await menu.waitFor({ timeout: 5000 }).catch(() => {});
    }

    return textsWith(this.page, `${quickFixes} .monaco-list-row`, text);
  }

  async chooseQuickFix(text) {
    await this.page.locator(`${quickFixes} .monaco-list-row`, { hasText: text }).first().click();
    await this.page.locator(quickFixes).waitFor({ state: 'hidden' });
  }

  /** What the lenses of the editor say once one holds `text`. */
  lensesUntil(text) {
    return textsWith(this.page, '.codelens-decoration', text);
  }

  async pressLens(text) {
    await this.page.locator('.codelens-decoration a', { hasText: text }).first().click();
  }

  /** The first line that the editor shows with `text` in it. */
  lineUntil(text) {
    return textWith(this.page, '.editor-instance .view-line', text);
  }

  /** The rows of the Problems view once one holds `text`. */
  problemsUntil(text) {
    return textsWith(this.page, '.markers-panel .monaco-list-row, .markers-panel-container .monaco-list-row', text);
  }

  /** Opens the Problems view and gives its row that holds `text`. */
  async problemUntil(text) {
    await this.page.keyboard.press('Control+Shift+M');
    return this.filteredProblemUntil(text);
  }

  /** The row of the open Problems view that holds `text`, looked for with the view's own filter: only the rows at the top are drawn. */
  async filteredProblemUntil(text) {
    const filter = this.page.getByPlaceholder(/^Filter \(/);
    await filter.fill(text);
    const row = (await this.problemsUntil(text)).find(one => one.includes(text));
    await filter.fill('');
    return row;
  }

  /** An entry of the status bar that holds `text`. */
  statusUntil(text) {
    return textWith(this.page, '.statusbar-item', text);
  }

  /** The text of a Markdown preview once it holds `text`. */
  previewUntil(text) {
    return until(async () => {
      for (const frame of this.#embedded()) {
        const body = await frame.locator('body').innerText({ timeout: 500 }).catch(() => '');
        if (body.includes(text)) return body;
      }
    }, patience, () => `no preview with ${text}`);
  }

  /** The page inside a tab that an extension draws, once it holds `selector`. */
  webviewWith(selector) {
    return until(async () => {
      for (const frame of this.#embedded()) if (await frame.locator(selector).count().catch(() => 0) > 0) return frame;
    }, patience, () => `no webview with ${selector}`);
  }

  waitForTab(file) {
    return this.page.locator(`.tab[data-resource-name="${file}"]`).waitFor();
  }

  showTab(title) {
    return this.page.locator(tabs, { hasText: title }).click();
  }

  undo() {
    return this.page.keyboard.press('Control+Z');
  }

  /** How many squiggles there are, once there is one. */
  waitForSquiggle() {
    return countOf(this.page, squiggles);
  }

  waitForNoSquiggle() {
    return waitForNone(this.page, squiggles);
  }

  /**
   * Shows the hover at the cursor, waits until it holds `text`, and gives all that it says. The mouse is taken away first: a hover that opens
   * below it closes when the mouse is no longer over it, and a lens that comes in above moves every line.
   */
  async hoverUntil(text) {
    await this.page.mouse.move(nowhere.x, nowhere.y);
    await this.page.keyboard.press('Control+K');
    await this.page.keyboard.press('Control+I');
    return textWith(this.page, '.monaco-hover:not(.hidden) .monaco-hover-content', text);
  }

  /** What the entry behind `{}` in the status bar says once it holds `text`. */
  async languageStatusUntil(text) {
    await this.page.locator('#status\\.languageStatus').hover();
    return textWith(this.page, '.monaco-hover .hover-language-status', text);
  }

  notifications() {
    return this.page.locator('.notification-toast .notification-list-item');
  }

  /** The messages that popped up, once there is one. */
  waitForNotification() {
    return textsWith(this.page, '.notification-toast .notification-list-item', '');
  }

  /** Presses until the message is gone, as a user would: one that still slides in may drop the first press. */
  async press(button) {
    const shown = this.page.locator('.notification-toast .monaco-button', { hasText: button });
    await shown.click();
    await shown.waitFor({ state: 'hidden', timeout: 5000 }).catch(() => shown.click());
  }

  /** Waits until the output panel holds `text`. */
  waitForLog(text) {
    return this.page.locator('.part.panel .view-lines').filter({ hasText: text }).first().waitFor();
  }

  async screenshot(what) {
    const folder = path.join(artifacts, 'e2e');
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: path.join(folder, `${this.name}-${what}.png`) });
  }

  #embedded() {
    return this.page.frames().filter(frame => frame !== this.page.mainFrame());
  }

  #editorFocused() {
    return this.page.locator('.monaco-editor.focused, .monaco-editor .native-edit-context:focus').first().waitFor();
  }

  /** Chooses by clicking: Enter takes whatever row is the first at that moment, and the list is sorted while it fills. */
  async #choose(text, row, { closes = true } = {}) {
    await this.#type(text);
    await this.page.locator(`${quickInput} .monaco-list-row`, { hasText: row }).first().click();
    if (closes) await this.page.locator(quickInput).waitFor({ state: 'hidden' });
  }

  async #type(text) {
    const input = this.page.locator(`${quickInput} input[type="text"]`).first();
    await input.waitFor();
    await input.fill(text);
  }
}
