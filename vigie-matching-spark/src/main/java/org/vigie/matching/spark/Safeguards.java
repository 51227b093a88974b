package org.vigie.matching.spark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.SparkConf;

/**
 * The settings without which a cluster would show what a job works on. Protects what processes send
 * one another and what they write to local disks against whoever has no account there; does not
 * protect against the cluster's own administrators, who can read the memory of a worker.
 */
final class Safeguards {

  /** Spark has all of them off unless told otherwise. */
  private static final List<String> NEEDED =
      List.of("spark.authenticate", "spark.network.crypto.enabled", "spark.io.encryption.enabled");

  private static final Map<String, String> BETTER = better();

  private Safeguards() {}

  private static Map<String, String> better() {
    var better = new LinkedHashMap<String, String>();
    better.put("spark.network.crypto.authEngineVersion", "2");
    better.put("spark.network.crypto.cipher", "AES/GCM/NoPadding");
    better.put("spark.io.encryption.keySizeBits", "256");
    better.put("spark.ui.enabled", "false");
    return better;
  }

  /** Sets what nobody set. */
  static SparkConf set(SparkConf settings) {
    NEEDED.forEach(name -> settings.setIfMissing(name, "true"));
    BETTER.forEach(settings::setIfMissing);
    return settings;
  }

  /** The setting that somebody turned off, if any is. */
  static Optional<String> off(SparkConf settings) {
    return NEEDED.stream().filter(name -> !settings.getBoolean(name, true)).findFirst();
  }
}
