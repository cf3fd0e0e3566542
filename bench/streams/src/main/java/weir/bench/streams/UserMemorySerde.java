package weir.bench.streams;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import weir.bench.twin.UserMemory;
import weir.bench.twin.UserMemoryForm;

/** The form of a user in a store; null stands for a user who is not there. */
final class UserMemorySerde implements Serde<UserMemory> {
  @Override
  public Serializer<UserMemory> serializer() {
    return (topic, memory) -> memory == null ? null : UserMemoryForm.write(memory);
  }

  @Override
  public Deserializer<UserMemory> deserializer() {
    return (topic, bytes) -> bytes == null ? null : UserMemoryForm.read(bytes);
  }
}
