package org.vigie.register;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes mappers for JSON that holds what people said. Protects the memory of a node nobody is
 * signed in to: the usual pool keeps the buffers of whatever was read or written last for the next
 * user; this keeps none. Does not wipe what the collector has not yet collected.
 */
public final class ForgetfulJson {

  private static final int MAX_DEPTH = 64;

  private ForgetfulJson() {}

  /** A builder of mappers, with a limit of 64 levels. */
  public static JsonMapper.Builder builder() {
    return JsonMapper.builder(
        JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build());
  }
}
