/** Pod addresses: 10.244.0.2 and on; the lowest that is free. */
export class PodAddresses {
  readonly #taken = new Set<string>();

  /** Takes a free address, or the wanted one. */
  take(wanted?: string): string {
    const address = wanted ?? this.#free();
    this.#taken.add(address);
    return address;
  }

  /** Gives an address back. */
  give(address: string): void {
    this.#taken.delete(address);
  }

  #free(): string {
    for (let number = 2; ; number++) {
      const address = `10.244.${number >> 8}.${number & 0xff}`;
      if (!this.#taken.has(address)) return address;
    }
  }
}
