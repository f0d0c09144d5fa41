package dev.slicewise.jobs.output;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which software is running. */
public final class Versions {
  private Versions() {}

  /** The version that the build wrote into the jar. */
  public static String slicewise() {
    String version = Versions.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** All that could matter to somebody who wants the same result again. */
  public static Map<String, Object> all() {
    Map<String, Object> versions = new LinkedHashMap<>();
    versions.put("slicewise", slicewise());
    versions.put("spark", org.apache.spark.package$.MODULE$.SPARK_VERSION());
    versions.put("java", System.getProperty("java.version"));
    versions.put("java_vm", System.getProperty("java.vm.name"));
    versions.put("scala", scala.util.Properties.versionNumberString());
    versions.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    return versions;
  }
}
