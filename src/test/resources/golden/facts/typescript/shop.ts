import fs, { Order as Purchase, type Line } from './order.js';
import * as money from '../money';
export * from './tax';
export * as texts from './texts';
export { round as roundOff } from '../money';

export const LIMIT = 10;
let count = 0;

export enum State { Open, Closed = LIMIT + 1 }

export type Id = string | undefined;
type Entry<T> = { key: Id; value: T };

export interface Store<T extends Line> extends Base<T>, money.Account {
  readonly name: string;
  find(id: Id, ...more: Id[]): Promise<T>;
  onChange: (item: T) => void;
}

export abstract class Shop<T extends Line> extends Base<T> implements Store<T> {
  static instances = 0;
  readonly #secret = makeSecret();
  name: string;
  private entries: Map<string, Entry<T>> = new Map<string, Entry<T>>();

  constructor(private readonly account: money.Account, name = 'none') {
    super(name);
    this.name = name;
    Shop.instances++;
  }

  get total(): number {
    return this.account.balance(State.Open);
  }

  async find(id: Id): Promise<T> {
    const { key, value: found } = await this.load(id!);
    for (const line of found.lines) {
      line.check();
    }
    return found as T;
  }

  protected abstract load(id: string): Promise<Entry<T>>;

  handle = (item: T): void => {
    this.entries.set(item.id, { key: item.id, value: item });
  };
}

const add = (a: number, b: number) => a + b * count;

export default function main({ shop, depth = 1 }: Options, ...rest: string[]): void {
  const order = new money.Account(rest[0], () => add(1, depth));
  const label = `total ${shop.total}`;
  rest.map(each => order.print(each, label));
  count = order ? add(1, 2) : 0;
  function inner<U>(value: U): U {
    return value;
  }
  inner<number>(count);
}

namespace Deep {
  export function here() {}
}

export { add as plus, LIMIT };
