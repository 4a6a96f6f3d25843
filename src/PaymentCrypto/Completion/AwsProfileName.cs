namespace PaymentCrypto.Completion;

/// <summary>What completion tells of a profile of the AWS tools.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Region">Its region; null when it has none.</param>
/// <param name="File">The name of the file that it is in, without its directory.</param>
internal sealed record AwsProfileName(string Name, string? Region, string File);
