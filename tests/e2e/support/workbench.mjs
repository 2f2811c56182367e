// What a user does in the window of VS Code, and what a user sees there.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { artifacts } from '../../../scripts/lib/paths.mjs';

const patience = 60_000;
const squiggles = ['error', 'warning', 'info'].map(severity => `.view-overlays .squiggly-${severity}`).join(', ');
const quickFixes = '.action-widget:not(.action-list-submenu-panel)';

export class Workbench {
  constructor(page, name) {
    this.page = page;
    this.name = name;
    page.setDefaultTimeout(patience);
  }

  waitUntilReady() {
    return this.page.locator('.monaco-workbench .part.editor').waitFor();
  }

  async openFile(file) {
    await this.page.keyboard.press('Control+P');
    await this.#choose(file, file);
    await this.page.locator(`.tab.active[data-resource-name="${file}"]`).waitFor();
    await this.page.locator('.monaco-editor.focused, .monaco-editor .native-edit-context:focus').first().waitFor();
  }

  async runCommand(title) {
    await this.page.keyboard.press('F1');
    await this.#choose(`>${title}`, title);
  }

  async goTo(line, column) {
    await this.page.keyboard.press('Control+G');
    await this.#type(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
  }

  /** Types as if pasted: no completion and no automatic bracket comes between. */
  insert(text) {
    return this.page.keyboard.insertText(text);
  }

  save() {
    return this.page.keyboard.press('Control+S');
  }

  /** Opens the menu of quick fixes at the cursor, as soon as it has an entry with `text`, and gives all entries. */
  async quickFixesUntil(text) {
    const rows = this.page.locator(`${quickFixes} .monaco-list-row`);
    for (let attempt = 0; ; attempt++) {
      await this.page.keyboard.press('Control+.');
      try {
        await rows.filter({ hasText: text }).first().waitFor({ timeout: 10_000 });
        return rows.allInnerTexts();
      } catch (error) {
        if (attempt === 5) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }

  async chooseQuickFix(text) {
    await this.page.locator(`${quickFixes} .monaco-list-row`, { hasText: text }).first().click();
    await this.page.locator(quickFixes).waitFor({ state: 'hidden' });
  }

  /** What the lenses of the editor say once one holds `text`. */
  async lensesUntil(text) {
    const lenses = this.page.locator('.codelens-decoration');
    await lenses.filter({ hasText: text }).first().waitFor();
    return lenses.allInnerTexts();
  }

  async pressLens(text) {
    await this.page.locator('.codelens-decoration a', { hasText: text }).first().click();
  }

  /** What the editor shows, line by line, once a line holds `text`. */
  async lineUntil(text) {
    const line = this.page.locator('.editor-instance .view-line', { hasText: text }).first();
    await line.waitFor();
    return (await line.innerText()).replaceAll('\u00a0', ' ');
  }

  /** The rows of the Problems view once one holds `text`. */
  async problemsUntil(text) {
    const rows = this.page.locator('.markers-panel .monaco-list-row, .markers-panel-container .monaco-list-row');
    await rows.filter({ hasText: text }).first().waitFor();
    return rows.allInnerTexts();
  }

  statusUntil(text) {
    return this.page.locator('.statusbar-item', { hasText: text }).first().waitFor();
  }

  /** The text of a Markdown preview once it holds `text`. */
  async previewUntil(text) {
    for (const deadline = Date.now() + patience; Date.now() < deadline;) {
      for (const frame of this.page.frames()) {
        const body = await frame.locator('body').innerText({ timeout: 500 }).catch(() => '');
        if (frame !== this.page.mainFrame() && body.includes(text)) return body;
      }
      await this.page.waitForTimeout(200);
    }
    throw new Error(`no preview with ${text}`);
  }

  /** The page inside a tab that an extension draws, once it holds `selector`. */
  async webviewWith(selector) {
    for (const deadline = Date.now() + patience; Date.now() < deadline;) {
      for (const frame of this.page.frames()) {
        if (frame !== this.page.mainFrame() && await frame.locator(selector).count().catch(() => 0) > 0) return frame;
      }
      await this.page.waitForTimeout(200);
    }
    throw new Error(`no webview with ${selector}`);
  }

  waitForTab(file) {
    return this.page.locator(`.tab[data-resource-name="${file}"]`).waitFor();
  }

  undo() {
    return this.page.keyboard.press('Control+Z');
  }

  async waitForSquiggle() {
    await this.page.locator(squiggles).first().waitFor();
    return this.page.locator(squiggles).count();
  }

  waitForNoSquiggle() {
    return this.page.waitForFunction(selector => document.querySelector(selector) === null, squiggles, { timeout: patience });
  }

  /** Shows the hover at the cursor, waits until it holds `text`, and gives all that it says. A lens that comes in above moves the line, which closes a hover: then it is asked for again. */
  async hoverUntil(text) {
    const hover = this.page.locator('.monaco-hover:not(.hidden) .monaco-hover-content', { hasText: text }).first();
    for (let attempt = 0; ; attempt++) {
      await this.page.keyboard.press('Control+K');
      await this.page.keyboard.press('Control+I');
      try {
        await hover.waitFor({ timeout: 15_000 });
        return hover.innerText();
      } catch (error) {
        if (attempt === 3) throw error;
      }
    }
  }

  /** What the entry behind `{}` in the status bar says once it holds `text`. */
  async languageStatusUntil(text) {
    await this.page.locator('#status\\.languageStatus').hover();
    const status = this.page.locator('.monaco-hover .hover-language-status', { hasText: text }).first();
    await status.waitFor();
    return status.innerText();
  }

  notifications() {
    return this.page.locator('.notification-toast .notification-list-item');
  }

  async waitForNotification() {
    await this.notifications().first().waitFor();
    return this.notifications().allInnerTexts();
  }

  press(button) {
    return this.page.locator('.notification-toast .monaco-button', { hasText: button }).click();
  }

  /** Waits until the output panel holds `text`. */
  waitForLog(text) {
    return this.page.locator('.part.panel .output-view .view-lines, .part.panel .view-lines').filter({ hasText: text }).first().waitFor();
  }

  async screenshot(what) {
    const folder = path.join(artifacts, 'e2e');
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: path.join(folder, `${this.name}-${what}.png`) });
  }

  /** Chooses by clicking: Enter takes whatever row is the first at that moment, and the list is sorted while it fills. */
  async #choose(text, row) {
    await this.#type(text);
    await this.page.locator('.quick-input-widget .monaco-list-row', { hasText: row }).first().click();
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  async #type(text) {
    const input = this.page.locator('.quick-input-widget input[type="text"]').first();
    await input.waitFor();
    await input.fill(text);
  }
}
