import { LanguageClient } from 'vscode-languageclient/node';

/** A client that logs what goes wrong and never opens a message of its own. What users must know, the features tell them. */
export class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  override warn(message: string, data?: unknown): void {
    super.warn(message, data, false);
  }

  override info(message: string, data?: unknown): void {
    super.info(message, data, false);
  }
}
