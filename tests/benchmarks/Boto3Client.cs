using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace PaymentCrypto.Benchmarks;

/// <summary>GetKey over boto3, on two servers in turn.</summary>
internal static class Boto3Client
{
    private const string Script = """
        import sys, time
        import boto3
        from botocore.config import Config

        first, second, key = sys.argv[1:]
        def client(url):
            return boto3.client("payment-cryptography", region_name="us-east-1", endpoint_url=url, aws_access_key_id="111122223333",
                                aws_secret_access_key="any", config=Config(retries={"total_max_attempts": 1}, proxies={}))
        clients = [client(first), client(second)]
        for turn in range(-100, 1000):
            for index, service in enumerate(clients):
                start = time.perf_counter()
                service.get_key(KeyIdentifier=key)
                if turn >= 0:
                    print(index, (time.perf_counter() - start) * 1000)
        """;

    /// <summary>The times in milliseconds; null when python3 or boto3 is not there.</summary>
    public static (double[] First, double[] Second)? Measure(Uri first, Uri second, string arn)
    {
        ProcessStartInfo start =
            new("python3") { RedirectStandardOutput = true, ArgumentList = { "-c", Script, first.OriginalString, second.OriginalString, arn } };
        try
        {
            using Process process = Process.Start(start)!;
            string[][] lines = [.. process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' '))];
            process.WaitForExit();
            return process.ExitCode == 0 ? (Of("0"), Of("1")) : null;

            double[] Of(string index) => [.. lines.Where(line => line[0] == index).Select(line => double.Parse(line[1], CultureInfo.InvariantCulture))];
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
