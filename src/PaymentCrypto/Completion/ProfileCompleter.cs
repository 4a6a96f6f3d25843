namespace PaymentCrypto.Completion;

/// <summary>Offers the profiles of the AWS tools' shared files, with what their names and regions are. Nothing else of the files is shown.</summary>
public sealed class ProfileCompleter : PcCompleter
{
    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request) =>
        from profile in AwsProfileNames.Read(request.Text("ProfileLocation"))
        select new CompletionValue(profile.Name, profile.Region is null ? $"Profile in {profile.File}" : $"Profile in {profile.File}, region {profile.Region}");
}
