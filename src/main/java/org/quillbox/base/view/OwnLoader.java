package org.quillbox.base.view;

import java.io.Reader;
import java.io.StringReader;
import java.util.Map;
import org.apache.velocity.exception.ResourceNotFoundException;
import org.apache.velocity.runtime.resource.Resource;
import org.apache.velocity.runtime.resource.loader.ResourceLoader;
import org.apache.velocity.util.ExtProperties;

/** Gives the engine the texts it was made with, by exact name; there is no path to leave them by. */
final class OwnLoader extends ResourceLoader {
  private final Map<String, String> sources;

  OwnLoader(Map<String, String> sources) {
    this.sources = sources;
  }

  @Override
  public void init(ExtProperties configuration) {
    setCachingOn(true);
  }

  @Override
  public Reader getResourceReader(String name, String encoding) {
    String source = sources.get(name);
    if (source == null) {
      throw new ResourceNotFoundException("There is no template " + name + ".");
    }
    return new StringReader(source);
  }

  @Override
  public boolean isSourceModified(Resource resource) {
    return false;
  }

  @Override
  public long getLastModified(Resource resource) {
    return 0;
  }
}
