package dev.sextant.rebuild;

import dev.sextant.workspace.MemoryBudget;

/**
 * Why a build did not get the memory it needs.
 *
 * @param budget what was occupied when it was refused
 * @param requestedBytes what it asked for
 */
public record OverBudget(MemoryBudget.Figures budget, long requestedBytes) {}
