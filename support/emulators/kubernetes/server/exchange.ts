import type { IncomingMessage, ServerResponse } from 'node:http';
import type { User } from '../auth/user';
import { ApiError } from '../status/api-error';
import { type AnswerForm, negotiate } from './accept';

/** A request on its way through the server, and how it is answered. */
export class Exchange {
  readonly method: string;
  /** The path as sent, without query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The query as sent, without `?`. */
  readonly rawQuery: string;
  /** Whoever the credentials belong to; set by the server before it hands the request on. */
  user: User | undefined;
  private readonly warnings: string[] = [];

  constructor(
    readonly request: IncomingMessage,
    readonly response: ServerResponse,
  ) {
    const url = request.url ?? '/';
    const at = url.indexOf('?');
    this.method = request.method ?? 'GET';
    this.path = at < 0 ? url : url.slice(0, at);
    this.rawQuery = at < 0 ? '' : url.slice(at + 1);
    this.query = new URLSearchParams(this.rawQuery);
  }

  /** A header of the request. */
  header(name: string): string | undefined {
    const value = this.request.headers[name];
    return Array.isArray(value) ? value.join(',') : value;
  }

  /**
   * The form of the answer that the client asked for.
   *
   * @throws ApiError 406
   */
  get form(): AnswerForm {
    return negotiate(this.header('accept'));
  }

  /** A warning that the client shows to its user. */
  warn(text: string): void {
    this.warnings.push(`299 - ${JSON.stringify(text)}`);
  }

  /** Answers with an object, as JSON or YAML, whichever the client prefers. */
  send(code: number, body: unknown, contentType?: string): void {
    const yaml = contentType === undefined && this.encoding() === 'yaml';
    const text = yaml
      ? (require('yaml') as typeof import('yaml')).stringify(body)
      : `${JSON.stringify(body)}\n`;
    this.sendText(code, text, contentType ?? (yaml ? 'application/yaml' : 'application/json'));
  }

  /** Answers with text. */
  sendText(code: number, text: string, contentType: string): void {
    if (this.response.headersSent) {
      this.response.end();
      return;
    }
    if (this.warnings.length > 0) this.response.setHeader('Warning', this.warnings);
    this.response.writeHead(code, {
      'Content-Type': contentType,
      'Content-Length': Buffer.byteLength(text),
      'Cache-Control': 'no-cache, private',
    });
    this.response.end(text);
  }

  /** Answers with the Status of a refusal. */
  refuse(error: ApiError): void {
    if (!this.request.complete) this.response.setHeader('Connection', 'close');
    this.send(error.code, error.toStatus(), 'application/json');
  }

  private encoding(): AnswerForm['encoding'] {
    try {
      return this.form.encoding;
    } catch (error) {
      if (error instanceof ApiError) return 'json';
      throw error;
    }
  }
}
