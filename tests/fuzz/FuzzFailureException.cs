namespace PaymentCrypto.Fuzzing;

/// <summary>An input that a target could not take. The message has the input, so that it can be put into a file and replayed.</summary>
internal sealed class FuzzFailureException(string target, byte[] input, string what, Exception? defect = null)
    : Exception($"{target}: {what}. The input, in base64: {Convert.ToBase64String(input)}", defect);
