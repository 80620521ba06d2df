/** The time, passed in so that every rule about it can be tested. */
export type Clock = { now(): Date }
