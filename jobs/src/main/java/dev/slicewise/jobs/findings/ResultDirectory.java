package dev.slicewise.jobs.findings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slicewise.jobs.failure.JobException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The output directory of a finished run. */
public final class ResultDirectory {
  private static final String RECORD = "run.json";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final FileSystem files;
  private final Path path;
  private final String name;
  private final Map<String, Object> run;

  private ResultDirectory(FileSystem files, Path path, String name, boolean finished) {
    this.files = files;
    this.path = path;
    this.name = name;
    this.run =
        finished
            ? new Fields(MAPPER.createObjectNode().set("run", record()), shown(RECORD)).map("run")
            : Map.of();
  }

  /** A directory that a run is writing now: it has no record yet. */
  public static ResultDirectory unfinished(Path directory, Configuration hadoop)
      throws IOException {
    return new ResultDirectory(
        directory.getFileSystem(hadoop), directory, directory.getName(), false);
  }

  /** Opens a directory; it has to hold a run's record, which is written last. */
  public static ResultDirectory open(String name, Configuration hadoop) {
    try {
      Path path = new Path(name);
      FileSystem files = path.getFileSystem(hadoop);
      Path directory = files.makeQualified(path);
      if (!files.exists(new Path(directory, RECORD))) {
        throw JobException.usage(
            "expected the output directory of a slicewise run, found "
                + (files.exists(directory) ? "no " + RECORD + " in " : "nothing at ")
                + name
                + "; name a directory that evaluate, merge, compare or drift wrote with --out.");
      }
      return new ResultDirectory(files, directory, name, true);
    } catch (IOException | IllegalArgumentException e) {
      throw JobException.usage("cannot read " + name + ": " + e.getMessage() + ".", e);
    }
  }

  private JsonNode record() {
    try (InputStream in = files.open(new Path(path, RECORD))) {
      return MAPPER.readTree(in);
    } catch (IOException e) {
      throw unreadable(RECORD, e);
    }
  }

  /** As the user named it. */
  public String name() {
    return name;
  }

  /** Where a file or folder of it lies. */
  public Path path(String file) {
    return new Path(path, file);
  }

  /** What the run says about itself. */
  public Map<String, Object> run() {
    return run;
  }

  /** Whether it has a file or folder. */
  public boolean has(String file) {
    try {
      return files.exists(path(file));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Hands over every object of a file that holds an array; none when there is no such file. */
  void objects(String file, Consumer<Fields> consumer) {
    if (has(file)) {
      try (Objects objects = new Objects(file)) {
        objects.forEachRemaining(consumer);
      }
    }
  }

  /** The objects of a file, read as they are asked for; the file is closed at its end. */
  Objects objects(String file) {
    return new Objects(file);
  }

  private String shown(String file) {
    return file + " in " + name;
  }

  private JobException unreadable(String file, IOException e) {
    String problem = e instanceof JsonProcessingException json ? json.getOriginalMessage() : "";
    String reason = problem.isEmpty() ? String.valueOf(e.getMessage()) : problem;
    return JobException.usage(
        "cannot read " + shown(file) + ": " + reason.lines().findFirst().orElse("") + ".", e);
  }

  /** An array's objects, one by one. */
  final class Objects implements Iterator<Fields>, AutoCloseable {
    private final String file;
    private final JsonParser parser;
    private long count;
    private boolean atObject;

    Objects(String file) {
      this.file = file;
      try {
        this.parser = MAPPER.createParser((InputStream) files.open(path(file)));
        expect(parser.nextToken(), JsonToken.START_ARRAY, "an array");
        advance();
      } catch (IOException e) {
        throw unreadable(file, e);
      }
    }

    private void expect(JsonToken found, JsonToken expected, String words) {
      if (found != expected) {
        throw JobException.usage(
            "expected "
                + words
                + " in "
                + shown(file)
                + (count > 0 ? " after object " + count : "")
                + ", found "
                + (found == null ? "its end" : found.name().toLowerCase(java.util.Locale.ROOT))
                + "; write it anew with the command that made it.");
      }
    }

    private void advance() throws IOException {
      JsonToken token = parser.nextToken();
      atObject = token != JsonToken.END_ARRAY;
      if (atObject) {
        expect(token, JsonToken.START_OBJECT, "an object");
      } else {
        parser.close();
      }
    }

    @Override
    public boolean hasNext() {
      return atObject;
    }

    @Override
    public Fields next() {
      if (!atObject) {
        throw new NoSuchElementException();
      }
      try {
        JsonNode object = MAPPER.readTree(parser);
        count++;
        advance();
        return new Fields(object, "object " + count + " of " + shown(file));
      } catch (IOException e) {
        throw unreadable(file, e);
      }
    }

    @Override
    public void close() {
      try {
        parser.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
