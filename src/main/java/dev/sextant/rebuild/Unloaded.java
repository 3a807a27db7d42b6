package dev.sextant.rebuild;

/**
 * What an unload has changed.
 *
 * @param workspace the id of the workspace, or the text that named none
 * @param wasLoaded whether there was such a workspace
 * @param cancelledRebuild whether a build was under way, which now never publishes
 */
public record Unloaded(String workspace, boolean wasLoaded, boolean cancelledRebuild) {}
