// What every script finds without declaring it, as far as it says what type something has. Declarations stand apart by
// empty lines and have none inside; members that lead to nothing are left out.

declare class Object {
  static keys(of: any): string[];
  static values<V>(of: { [key: string]: V }): V[];
  static entries<V>(of: { [key: string]: V }): [string, V][];
  static fromEntries<V>(entries: Iterable<[any, V]>): { [key: string]: V };
  static assign<T, U>(target: T, ...sources: U[]): T & U;
  static freeze<T>(value: T): T;
  static seal<T>(value: T): T;
  static create(prototype: any, properties?: any): any;
  static getPrototypeOf(of: any): any;
  static defineProperty<T>(of: T, key: any, descriptor: any): T;
  static is(one: any, other: any): boolean;
  toString(): string;
  valueOf(): any;
  hasOwnProperty(key: any): boolean;
  isPrototypeOf(other: any): boolean;
}

declare class Function {
  apply(self: any, given?: any): any;
  call(self: any, ...given: any[]): any;
  bind(self: any, ...given: any[]): any;
  name: string;
  length: number;
  prototype: any;
}

declare class Iterable<T> {
}

declare class Iterator<T> extends Iterable<T> {
  next(value?: any): IteratorResult<T>;
  return(value?: any): IteratorResult<T>;
  throw(error?: any): IteratorResult<T>;
  map<U>(to: (value: T, index: number) => U): Iterator<U>;
  filter(keep: (value: T, index: number) => boolean): Iterator<T>;
  forEach(each: (value: T, index: number) => void): void;
  toArray(): T[];
}

declare class IteratorResult<T> {
  done: boolean;
  value: T;
}

declare class IterableIterator<T> extends Iterator<T> {
}

declare class Generator<T, R = any, N = any> extends Iterator<T> {
}

declare class AsyncIterable<T> {
}

declare class AsyncIterator<T> {
  next(value?: any): Promise<IteratorResult<T>>;
}

declare class AsyncIterableIterator<T> extends AsyncIterable<T> {
  next(value?: any): Promise<IteratorResult<T>>;
}

declare class AsyncGenerator<T, R = any, N = any> extends AsyncIterableIterator<T> {
}

declare class ArrayLike<T> {
  length: number;
  [index: number]: T;
}

declare class ReadonlyArray<T> extends Iterable<T> {
  length: number;
  toString(): string;
  concat(...others: any[]): T[];
  join(separator?: string): string;
  slice(from?: number, to?: number): T[];
  indexOf(value: T, from?: number): number;
  lastIndexOf(value: T, from?: number): number;
  includes(value: T, from?: number): boolean;
  every(holds: (value: T, index: number, all: T[]) => boolean, self?: any): boolean;
  some(holds: (value: T, index: number, all: T[]) => boolean, self?: any): boolean;
  forEach(each: (value: T, index: number, all: T[]) => void, self?: any): void;
  map<U>(to: (value: T, index: number, all: T[]) => U, self?: any): U[];
  filter<S>(keep: (value: T, index: number, all: T[]) => value is S, self?: any): S[];
  filter(keep: (value: T, index: number, all: T[]) => boolean, self?: any): T[];
  reduce<U>(step: (before: U, value: T, index: number, all: T[]) => U, first: U): U;
  reduce(step: (before: T, value: T, index: number, all: T[]) => T): T;
  reduceRight<U>(step: (before: U, value: T, index: number, all: T[]) => U, first: U): U;
  reduceRight(step: (before: T, value: T, index: number, all: T[]) => T): T;
  find(holds: (value: T, index: number, all: T[]) => boolean, self?: any): T | undefined;
  findLast(holds: (value: T, index: number, all: T[]) => boolean, self?: any): T | undefined;
  findIndex(holds: (value: T, index: number, all: T[]) => boolean, self?: any): number;
  findLastIndex(holds: (value: T, index: number, all: T[]) => boolean, self?: any): number;
  flatMap<U>(to: (value: T, index: number, all: T[]) => U | U[], self?: any): U[];
  flat(depth?: number): any[];
  at(index: number): T | undefined;
  entries(): IterableIterator<[number, T]>;
  keys(): IterableIterator<number>;
  values(): IterableIterator<T>;
  toSorted(order?: (one: T, other: T) => number): T[];
  toReversed(): T[];
  toSpliced(from: number, count?: number, ...added: T[]): T[];
  with(index: number, value: T): T[];
}

declare class Array<T> extends ReadonlyArray<T> {
  static isArray(value: any): value is any[];
  static from<V, U>(source: Iterable<V> | ArrayLike<V>, to: (value: V, index: number) => U): U[];
  static from<V>(source: Iterable<V> | ArrayLike<V>): V[];
  static of<V>(...values: V[]): V[];
  push(...values: T[]): number;
  pop(): T | undefined;
  shift(): T | undefined;
  unshift(...values: T[]): number;
  reverse(): T[];
  sort(order?: (one: T, other: T) => number): T[];
  splice(from: number, count?: number, ...added: T[]): T[];
  fill(value: T, from?: number, to?: number): T[];
  copyWithin(target: number, from: number, to?: number): T[];
}

declare class Tuple extends Array<any> {
}

declare class PromiseLike<T> {
  then<A, B>(done?: (value: T) => A | PromiseLike<A>, failed?: (reason: any) => B | PromiseLike<B>): Promise<A | B>;
}

declare class Promise<T> extends PromiseLike<T> {
  constructor(run: (resolve: (value: T | PromiseLike<T>) => void, reject: (reason?: any) => void) => void);
  static resolve<V>(value?: V | PromiseLike<V>): Promise<V>;
  static reject(reason?: any): Promise<any>;
  static all<V>(values: Iterable<V | PromiseLike<V>>): Promise<V[]>;
  static race<V>(values: Iterable<V | PromiseLike<V>>): Promise<V>;
  static any<V>(values: Iterable<V | PromiseLike<V>>): Promise<V>;
  static allSettled<V>(values: Iterable<V | PromiseLike<V>>): Promise<PromiseSettledResult<V>[]>;
  then<A, B>(done?: (value: T) => A | PromiseLike<A>, failed?: (reason: any) => B | PromiseLike<B>): Promise<A | B>;
  catch<B>(failed?: (reason: any) => B | PromiseLike<B>): Promise<T | B>;
  finally(last?: () => void): Promise<T>;
}

declare class PromiseSettledResult<T> {
  status: string;
  value: T;
  reason: any;
}

declare class ReadonlyMap<K, V> extends Iterable<[K, V]> {
  size: number;
  get(key: K): V | undefined;
  has(key: K): boolean;
  forEach(each: (value: V, key: K, all: Map<K, V>) => void, self?: any): void;
  entries(): IterableIterator<[K, V]>;
  keys(): IterableIterator<K>;
  values(): IterableIterator<V>;
}

declare class Map<K, V> extends ReadonlyMap<K, V> {
  constructor(entries?: Iterable<[K, V]> | null);
  set(key: K, value: V): Map<K, V>;
  delete(key: K): boolean;
  clear(): void;
}

declare class WeakMap<K, V> {
  constructor(entries?: Iterable<[K, V]> | null);
  get(key: K): V | undefined;
  has(key: K): boolean;
  set(key: K, value: V): WeakMap<K, V>;
  delete(key: K): boolean;
}

declare class ReadonlySet<T> extends Iterable<T> {
  size: number;
  has(value: T): boolean;
  forEach(each: (value: T, key: T, all: Set<T>) => void, self?: any): void;
  entries(): IterableIterator<[T, T]>;
  keys(): IterableIterator<T>;
  values(): IterableIterator<T>;
}

declare class Set<T> extends ReadonlySet<T> {
  constructor(values?: Iterable<T> | null);
  add(value: T): Set<T>;
  delete(value: T): boolean;
  clear(): void;
}

declare class WeakSet<T> {
  constructor(values?: Iterable<T> | null);
  has(value: T): boolean;
  add(value: T): WeakSet<T>;
  delete(value: T): boolean;
}

declare class WeakRef<T> {
  constructor(value: T);
  deref(): T | undefined;
}

declare class String extends Iterable<string> {
  static fromCharCode(...codes: number[]): string;
  static fromCodePoint(...codes: number[]): string;
  static raw(parts: any, ...values: any[]): string;
  length: number;
  toString(): string;
  charAt(index: number): string;
  charCodeAt(index: number): number;
  codePointAt(index: number): number;
  concat(...others: string[]): string;
  indexOf(part: string, from?: number): number;
  lastIndexOf(part: string, from?: number): number;
  includes(part: string, from?: number): boolean;
  startsWith(part: string, from?: number): boolean;
  endsWith(part: string, to?: number): boolean;
  match(pattern: any): RegExpMatchArray | null;
  matchAll(pattern: any): IterableIterator<RegExpMatchArray>;
  normalize(form?: string): string;
  padEnd(length: number, fill?: string): string;
  padStart(length: number, fill?: string): string;
  repeat(count: number): string;
  replace(pattern: any, by: string | ((found: string, ...groups: any[]) => string)): string;
  replaceAll(pattern: any, by: string | ((found: string, ...groups: any[]) => string)): string;
  search(pattern: any): number;
  slice(from?: number, to?: number): string;
  split(separator: any, limit?: number): string[];
  substring(from: number, to?: number): string;
  substr(from: number, length?: number): string;
  toLowerCase(): string;
  toLocaleLowerCase(): string;
  toUpperCase(): string;
  toLocaleUpperCase(): string;
  trim(): string;
  trimEnd(): string;
  trimStart(): string;
  localeCompare(other: string): number;
  at(index: number): string | undefined;
  valueOf(): string;
}

declare class Number {
  static isInteger(value: any): boolean;
  static isFinite(value: any): boolean;
  static isNaN(value: any): boolean;
  static isSafeInteger(value: any): boolean;
  static parseFloat(text: string): number;
  static parseInt(text: string, base?: number): number;
  toString(base?: number): string;
  toFixed(digits?: number): string;
  toPrecision(digits?: number): string;
  toLocaleString(): string;
  valueOf(): number;
}

declare class BigInt {
  toString(base?: number): string;
}

declare class Symbol {
  toString(): string;
  description: string;
}

declare class RegExp {
  exec(text: string): RegExpExecArray | null;
  test(text: string): boolean;
  source: string;
  flags: string;
  lastIndex: number;
}

declare class RegExpMatchArray extends Array<string> {
  index: number;
  input: string;
  groups: { [name: string]: string };
}

declare class RegExpExecArray extends RegExpMatchArray {
}

declare class Error {
  constructor(message?: string, options?: any);
  name: string;
  message: string;
  stack: string;
  cause: any;
}

declare class TypeError extends Error {
}

declare class RangeError extends Error {
}

declare class SyntaxError extends Error {
}

declare class ReferenceError extends Error {
}

declare class AggregateError extends Error {
  errors: any[];
}

declare class Date {
  static now(): number;
  getTime(): number;
  toISOString(): string;
  toString(): string;
  toJSON(): string;
  valueOf(): number;
}

declare class Math {
}

declare class JSON {
  static parse(text: string, reviver?: (key: string, value: any) => any): any;
  static stringify(value: any, replacer?: any, space?: any): string;
}

declare class Reflect {
  static get(target: any, key: any, receiver?: any): any;
  static ownKeys(target: any): any[];
}

declare class Proxy<T> {
}

type Partial<T> = T;

type Required<T> = T;

type Readonly<T> = T;

type Pick<T, K> = T;

type Omit<T, K> = T;

type NonNullable<T> = T;

type Exclude<T, U> = T;

type Extract<T, U> = T;

type NoInfer<T> = T;

type ThisType<T> = {};

type Awaited<T> = T;

type Record<K, V> = {
  [key: string]: V;
};

type PropertyKey = string;

type ReturnType<F> = F;

type InstanceType<C> = C;

type ConstructorParameters<C> = any;

type Parameters<F> = any;
