// Firefox's own remote protocol, as thin as it can be: a number of bytes, a colon, and JSON.
import { connect } from "node:net";

/** Its answer to a command: `[1, id, error, result]`. @typedef {[number, number, { error: string, message: string } | null, any]} Answer */

export class Marionette {
  #socket;
  #next = 1;
  /** @type {Map<number, { resolve: (result: any) => void, reject: (error: Error) => void }>} */
  #waiting = new Map();
  /** What has come of messages that are not complete. */
  #rest = Buffer.alloc(0);

  /** @param {number} port */
  constructor(port) {
    this.#socket = connect(port, "127.0.0.1");
    this.#socket.on("data", (bytes) => this.#take(bytes));
    this.#socket.on("close", () => this.#fail(new Error("Firefox has closed the connection")));
    this.#socket.on("error", (error) => this.#fail(error));
  }

  /** @param {string} command @param {object} [parameters] @returns {Promise<any>} */
  send(command, parameters = {}) {
    const id = this.#next++;
    const message = Buffer.from(JSON.stringify([0, id, command, parameters]));
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.write(Buffer.concat([Buffer.from(`${message.length}:`), message]));
    });
  }

  /** @param {Buffer} bytes */
  #take(bytes) {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    for (;;) {
      const colon = this.#rest.indexOf(":");
      const end = colon + 1 + Number(this.#rest.subarray(0, colon));
      if (colon < 0 || this.#rest.length < end) return;
      const message = JSON.parse(this.#rest.subarray(colon + 1, end).toString());
      this.#rest = this.#rest.subarray(end);
      // The first message is a greeting, no answer.
      if (Array.isArray(message)) this.#settle(/** @type {Answer} */ (message));
    }
  }

  /** @param {Answer} answer */
  #settle([, id, error, result]) {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(`${error.error}: ${error.message}`));
    else waiting?.resolve(result && "value" in result ? result.value : result);
  }

  /** @param {Error} error */
  #fail(error) {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
